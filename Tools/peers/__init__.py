"""Side by side with other decoders: used by crosscheck.py, measure_commb.py and the benchmarks."""
