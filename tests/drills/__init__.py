"""What happens to a library when things go wrong, by the command line alone: each drill a file, each with a seed.

    python -m tests.drills [--seed N] [--count N] [NAME ...]

A drill has `run(seed, count, folder)`, which tries `count` times in an empty folder and returns what did not hold, a
sentence each. `make drill` runs all of them for long, `test_drills.py` each for a moment.
"""
