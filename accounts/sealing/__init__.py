"""Encrypted fields with key ids, and the blind index that finds without opening."""

from accounts.sealing.box import Sealed, blind_index, open_sealed, seal
from accounts.sealing.fields import SealedTextField

__all__ = ["Sealed", "SealedTextField", "blind_index", "open_sealed", "seal"]
