"""Rules as pandera schemas, run over the tables of stories."""
