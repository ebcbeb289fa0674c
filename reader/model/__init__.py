"""The nouns: frozen values that may be kept, compared and sent between threads.

Offsets everywhere are Unicode code points over a revision's one text, half-open.
Ids are UUIDs made by the client (`new_id`), times are timezone-aware UTC (`now`)."""
