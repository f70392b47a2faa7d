"""The only place that aggregates answers: what may be shown about a group of pupils."""
