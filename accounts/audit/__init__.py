"""The record nobody can quietly change: chains of events and of reads, triggers, anchors."""
