"""Reading web addresses that the user named, politely and from public hosts only."""
