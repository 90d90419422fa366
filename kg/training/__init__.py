"""From annotated articles to the reader model: the only room with torch."""
