"""What is handed to people: pages to read and to print, in their language, written from one description."""
