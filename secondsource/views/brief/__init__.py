"""The brief: what is known of two actors, each sentence with its sources and its verdict."""

from secondsource.views.brief.gathering import Asked, brief_of
from secondsource.views.brief.records import Brief, BriefSection, BriefSentence, Quotation

__all__ = ["Asked", "Brief", "BriefSection", "BriefSentence", "Quotation", "brief_of"]
