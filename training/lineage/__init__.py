"""What fusion weighs words by: how common they are in news."""
