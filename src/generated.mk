# Sources that are made from others, for the makefiles that compile them; SRC is this folder.

GENERATED = $(SRC)/lang/english/weights.c

$(SRC)/lang/%/weights.c: $(SRC)/lang/%/weights.tsv $(SRC)/core/model/features.def $(SRC)/core/model/features.h $(SRC)/core/model/weights.pl
	perl $(SRC)/core/model/weights.pl $* $< > $@.new
	mv $@.new $@
