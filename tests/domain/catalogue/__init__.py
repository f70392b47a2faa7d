"""The catalogue: what schools, pupils and the coordinator rely on."""
