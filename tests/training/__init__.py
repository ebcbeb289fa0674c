"""Trains the models that `reader.cleaning` decides with. Not part of the program; needs lightgbm and numpy.

`make train ARGS=CORPUS`, or `python3 dev.py train -- CORPUS`, writes `reader/cleaning/model_page.json`,
`model_dump.json`, and, for the head of a dump, `model_title.json`, `model_day.json` and `model_byline.json`. A corpus
is a folder of `pages/<id>.html.gz` and `gold/<id>.json` with `id`, `url` and `text`.
`python -m tests.training.language_table` writes the table of languages, out of py3langid's.
"""
