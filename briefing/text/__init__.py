"""Pure work on words: decoding, sentences, word forms, likeness. No files, no clock."""
