# Sources that are made from others, for the makefiles that compile them; SRC is this folder.
#
# A folder of src/lang that holds function.txt is a language: generate.pl makes its tables.c of its word lists,
# weights.pl its weights.c of weights.tsv, and name_weights.pl its name_weights.c of name_weights.tsv, if it has such.

LANGUAGES := $(patsubst $(SRC)/lang/%/function.txt,%,$(wildcard $(SRC)/lang/*/function.txt))
GENERATED := $(foreach language,$(LANGUAGES),$(SRC)/lang/$(language)/tables.c $(SRC)/lang/$(language)/weights.c) \
	$(patsubst %/name_weights.tsv,%/name_weights.c,$(wildcard $(SRC)/lang/*/name_weights.tsv))

generated: $(GENERATED)

$(SRC)/lang/%/weights.c: $(SRC)/lang/%/weights.tsv $(SRC)/core/model/features.def $(SRC)/core/model/features.h $(SRC)/core/model/model.h $(SRC)/core/model/weights.pl
	perl $(SRC)/core/model/weights.pl $* $< > $@.new
	mv $@.new $@

$(SRC)/lang/%/name_weights.c: $(SRC)/lang/%/name_weights.tsv $(SRC)/core/model/name_weights.pl
	perl $(SRC)/core/model/name_weights.pl $* $< > $@.new
	mv $@.new $@

define language_tables
$(SRC)/lang/$(1)/tables.c: $$(wildcard $(SRC)/lang/common/*.txt $(SRC)/lang/$(1)/*.txt) $(SRC)/lang/generate.pl $(SRC)/lang/schema.pl \
		$(SRC)/core/lexical/lexicon.h $(SRC)/core/base/case_fold.h $(SRC)/core/document.h $(SRC)/lang/language.h
	perl $(SRC)/lang/generate.pl $(SRC)/lang/$(1) $$@.new
	mv $$@.new $$@
endef
$(foreach language,$(LANGUAGES),$(eval $(call language_tables,$(language))))

.PHONY: generated
