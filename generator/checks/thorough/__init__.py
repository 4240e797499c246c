"""Rules that read all texts once more or compare them with each other: ``check --schnell`` leaves them out."""
