"""JSON Schemas (draft-07) for editors, made from the shapes with which the loader reads: the two cannot disagree.

A schema says less than the loader: it cannot see whether an id exists, whether bounds rise, or what YAML itself
forbids. It never refuses what the loader accepts. ``uitgave`` lists the kinds; ``woorden.yaml`` holds every Dutch word.
"""

from veiligheidsplan.loading.schemas.uitgave import PLANSOORTEN, SOORTEN, schema_text

__all__ = ["PLANSOORTEN", "SOORTEN", "schema_text"]
