/* SPDX-License-Identifier: MIT */
/* slantwise/plugin.h - all that an analyzer needs.
 *
 * An analyzer is one shared object with one descriptor: what it is called, the
 * options, rules and metrics it declares, and three functions. It reads a frozen
 * document and says what it saw and where; the host fills in role, voice, speaker
 * and positions, checks every span and name, and writes the record.
 *
 * Offsets are bytes into the document's UTF-8 text, half open, and must fall
 * between code points. All pointers that the host gives are borrowed: those from
 * set-up calls live until close() has returned, those from a document until
 * analyze() has returned. The host copies what it is given, but for `key` and
 * `type` arguments of data calls, which must be string literals of the plugin.
 *
 * A plugin has no undefined symbols of the host: services are reached through the
 * table `host` in the set-up and the sink. It keeps no mutable globals: what it
 * prepares goes into its state, which analyze() receives as const. */
#ifndef SLANTWISE_PLUGIN_H
#define SLANTWISE_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when a struct below changes other than by a new last field. */
#define SLANT_ABI 1

#define SLANT_NONE UINT32_MAX /* "no such index" */

/* What a paragraph is. Findings are made only where the host says `analyzed`. */
enum slant_role {
	SLANT_ROLE_BODY, SLANT_ROLE_HEADLINE, SLANT_ROLE_STANDFIRST, SLANT_ROLE_SUBHEADING,
	SLANT_ROLE_DATELINE, SLANT_ROLE_BYLINE, SLANT_ROLE_CAPTION, SLANT_ROLE_CREDIT,
	SLANT_ROLE_AUTHOR_NOTE, SLANT_ROLE_QUOTE_BLOCK, SLANT_ROLE_BOILERPLATE,
	SLANT_ROLE_DUPLICATE, SLANT_ROLES
};

/* Whose words. */
enum slant_voice {
	SLANT_VOICE_NARRATOR, SLANT_VOICE_QUOTED, SLANT_VOICE_REPORTED, SLANT_VOICE_DISTANCED,
	SLANT_VOICES
};

enum slant_token_kind { SLANT_WORD, SLANT_NUMBER, SLANT_MARK };

/* Token flags. */
#define SLANT_CAPITAL 0x01u /* first letter is upper case */
#define SLANT_ALLCAPS 0x02u /* two letters or more, all upper case */
#define SLANT_JOINED  0x04u /* a hyphen stands between this word and the one before: "cease-fire" is two tokens */
#define SLANT_CLITIC  0x08u /* split from the word before: 's 're 've 'll 'd 'm */
#define SLANT_SPACED  0x10u /* white space (or the text's start) stands before it */

/* Word ids of marks. Words have ids from SLANT_FIRST_WORD on; a word that no
 * lexicon and no plugin named has SLANT_WORD_UNKNOWN, a number without an id of
 * its own SLANT_WORD_NUMBER. */
enum {
	SLANT_WORD_UNKNOWN, SLANT_WORD_NUMBER,
	SLANT_COMMA, SLANT_PERIOD, SLANT_QUESTION, SLANT_EXCLAMATION, SLANT_ELLIPSIS,
	SLANT_COLON, SLANT_SEMICOLON, SLANT_DASH, SLANT_SLASH,
	SLANT_OPEN_BRACKET, SLANT_CLOSE_BRACKET,
	SLANT_OPEN_QUOTE, SLANT_CLOSE_QUOTE, SLANT_STRAY_QUOTE, /* stray: belongs to no quotation */
	SLANT_OTHER_MARK,
	SLANT_FIRST_WORD = 32
};

typedef struct slant_token {
	uint32_t start, end; /* bytes */
	uint32_t word;       /* vocabulary id of the folded form, or one of the ids above */
	uint32_t sentence;   /* index */
	uint32_t quotation;  /* index of the innermost quotation around it, or SLANT_NONE; a quotation's own marks lie outside it */
	uint8_t kind, flags;
	uint16_t reserved;
} slant_token;

typedef struct slant_sentence {
	uint32_t start, end;
	uint32_t first_token, end_token;
	uint32_t paragraph;
} slant_sentence;

typedef struct slant_paragraph {
	uint32_t start, end;
	uint32_t first_sentence, end_sentence;
	uint8_t role, analyzed; /* enum slant_role; 1 when findings are made here */
	uint16_t reserved;
} slant_paragraph;

/* What stands between a pair of quotation marks, in one paragraph. A quotation
 * that runs on in the next paragraph is several of these, linked by `next`. */
typedef struct slant_quotation {
	uint32_t start, end;             /* without its marks */
	uint32_t outer_start, outer_end; /* with them */
	uint32_t first_token, end_token; /* of what stands inside */
	uint32_t parent;                 /* index of the quotation around it, or SLANT_NONE */
	uint32_t next;                   /* index of its continuation in a later paragraph, or SLANT_NONE */
	uint8_t single;                  /* 1: single marks */
	uint8_t unclosed;                /* 1: no closing mark (ends with the paragraph) */
	uint16_t reserved;
} slant_quotation;

typedef struct slant_document {
	const char *text; /* UTF-8, valid; length bytes, and a NUL behind them */
	uint32_t length;
	const char *language; /* BCP 47, or "" */
	const slant_token *tokens;
	uint32_t token_count;
	const slant_sentence *sentences;
	uint32_t sentence_count;
	const slant_paragraph *paragraphs;
	uint32_t paragraph_count;
	const slant_quotation *quotations;
	uint32_t quotation_count;
} slant_document;

/* An entry (or one variant of a concept) of a lexicon that names this plugin. */
typedef struct slant_attribute {
	const char *name;
	const char *text; /* NULL when it is a number */
	int64_t number;
} slant_attribute;

typedef struct slant_entry {
	const char *lexicon, *concept_id, *variant; /* variant: "" for a simple entry */
	const char *rule, *side;                    /* side: "" when none */
	const char *lemma;                          /* its first term without marks */
	int32_t weight;                             /* 0 to 3 */
	uint32_t attribute_count;
	const slant_attribute *attributes;
} slant_entry;

/* Inflected form by which a marked term (@noun, @verb, @adj) was matched. */
enum slant_form {
	SLANT_FORM_BASE, SLANT_FORM_PLURAL, SLANT_FORM_PRESENT_3, SLANT_FORM_PAST,
	SLANT_FORM_PARTICIPLE, SLANT_FORM_PAST_OR_PARTICIPLE, SLANT_FORM_ING,
	SLANT_FORM_COMPARATIVE, SLANT_FORM_SUPERLATIVE
};

/* One place where an entry's term stands. Excluded contexts, missing anchors and
 * shorter matches inside longer ones of the same plugin are already gone; several
 * entries with the same term give several hits, in lexicon order. */
typedef struct slant_hit {
	uint32_t start, end;
	uint32_t first_token, end_token;
	uint32_t entry; /* index into the entries that set-up gave */
	uint8_t form;   /* enum slant_form of the first marked word */
	uint8_t reserved[3];
} slant_hit;

/* A finding, as other plugins that run later may read it. */
typedef struct slant_datum slant_datum; /* opaque: read with data_* below */
typedef struct slant_finding {
	uint32_t start, end;
	uint32_t rule;
	const char *rule_name;
	const slant_datum *data;
} slant_finding;

typedef struct slant_host slant_host;

/* Given to open(). The host's own fields follow. */
typedef struct slant_setup {
	const slant_host *host;
} slant_setup;

/* Given to analyze(). The host's own fields follow. */
typedef struct slant_sink {
	const slant_host *host;
} slant_sink;

struct slant_host {
	uint32_t abi, size;

	/* ---- in open() ---- */

	/* The id of a word (folded here; one token, else SLANT_NONE). From then on
	 * every document's tokens carry it. */
	uint32_t (*word)(slant_setup *, const char *word);
	/* Ids run from 0 to this, exclusive: the size of tables indexed by word. Final
	 * only once all plugins are open; ask in open() after your own word() calls and
	 * treat higher ids as unknown. */
	uint32_t (*word_limit)(slant_setup *);
	/* The entries of all lexicons that name this plugin. */
	uint32_t (*entries)(slant_setup *, const slant_entry **entries);
	/* Declare a rule that is known only now (a concept of a lexicon). Returns its
	 * number, that of the equal name if it is declared already. */
	uint32_t (*rule)(slant_setup *, const char *name, const char *summary);
	/* Options, checked against the declaration and with its default. */
	int64_t (*option_int)(slant_setup *, const char *name);
	const char *(*option_text)(slant_setup *, const char *name);
	/* Say why open() fails; returns -1. */
	int (*refuse)(slant_setup *, const char *format, ...);

	/* ---- in analyze() ---- */

	/* Places of this plugin's entries in the document, by start, longest first. */
	uint32_t (*hits)(slant_sink *, const slant_hit **hits);
	/* Begin a finding; the data calls that follow belong to it. -1 when the span or
	 * the rule is refused: return at once then, the host knows why. */
	int (*finding)(slant_sink *, uint32_t rule, uint32_t start, uint32_t end);
	/* The finding's `data`: a flat or nested object. Without a key inside an array. */
	void (*data_int)(slant_sink *, const char *key, int64_t value);
	void (*data_bool)(slant_sink *, const char *key, int value);
	void (*data_text)(slant_sink *, const char *key, const char *value, size_t length);
	/* {start,end,text} and, when type is not NULL, "type". */
	void (*data_span)(slant_sink *, const char *key, uint32_t start, uint32_t end, const char *type);
	/* [start,end] */
	void (*data_range)(slant_sink *, const char *key, uint32_t start, uint32_t end);
	void (*data_object)(slant_sink *, const char *key); /* open { */
	void (*data_array)(slant_sink *, const char *key);  /* open [ */
	void (*data_end)(slant_sink *);                     /* close the last opened */
	/* Voice of this finding's span when it is not its rule's; `certain` 0 where the
	 * rule was weak. `parts` in data, when given, are used instead of the span. */
	void (*voice)(slant_sink *, int voice, int certain);
	/* Who speaks in the finding's span, where it gives a voice: the name as it should be shown. */
	void (*speaker)(slant_sink *, const char *name, size_t length);
	/* Add to a metric that the plugin computes itself: k of n (count: n ignored),
	 * for a distribution under `label`, else NULL. */
	void (*metric)(slant_sink *, uint32_t metric, const char *label, int64_t k, int64_t n);
	/* What an earlier plugin found (declare it in `after`). NULL and count 0 when it
	 * found nothing; *failed, when not NULL, tells whether it failed or did not run. */
	const slant_finding *(*findings)(slant_sink *, const char *plugin, uint32_t *count, int *failed);
	int64_t (*get_int)(const slant_finding *, const char *key, int64_t missing);
	const char *(*get_text)(const slant_finding *, const char *key);
	/* 1 and the span when key holds a data_span. */
	int (*get_span)(const slant_finding *, const char *key, uint32_t *start, uint32_t *end);
	/* Memory of this article, zeroed; gone when analyze() has returned. */
	void *(*alloc)(slant_sink *, size_t size);
	/* Something the reader of the record should know ("unbalanced quotation marks"). */
	void (*note)(slant_sink *, uint32_t start, uint32_t end, const char *format, ...);
	/* Say why analyze() fails; returns -1. */
	int (*fail)(slant_sink *, const char *format, ...);
	/* Open { with start, end and text of a span, for more keys until data_end().
	 * get_span() reads its span, get_text("cue.lemma") what was added. */
	void (*data_place)(slant_sink *, const char *key, uint32_t start, uint32_t end);
};

/* ---- what a plugin declares: arrays end with an all-zero element ---- */

typedef struct slant_rule {
	const char *name;    /* lower-case letters, digits, _ */
	const char *summary; /* one line: what a finding of it means */
	int gives_voice;     /* 1: the finding's span has the voice below */
	int voice;           /* enum slant_voice */
} slant_rule;

enum slant_option_kind { SLANT_OPTION_INT, SLANT_OPTION_BOOL, SLANT_OPTION_TEXT };

typedef struct slant_option {
	const char *name, *summary;
	int kind;
	int64_t number, min, max; /* default and range (int, bool) */
	const char *text;         /* default (text) */
} slant_option;

enum slant_metric_kind {
	SLANT_COUNT,        /* findings */
	SLANT_RATE,         /* findings, and words: shown per 1,000 words */
	SLANT_SHARE,        /* k of n */
	SLANT_MEAN,         /* sum, sum of squares, n of an integer */
	SLANT_DISTRIBUTION  /* label -> count */
};

/* The host computes a metric from the findings when `rules` is not NULL: by voice,
 * over the findings of the rules named (comma-separated, "*" for all).
 *   COUNT, RATE    those findings
 *   SHARE          those findings among the findings of the rules in `of`
 *   MEAN           of the integer at `key` of the data ("cue.strength")
 *   DISTRIBUTION   of the text or integer at `key`; "rule" for the rule's name;
 *                  "source.type" for the type of a span; "a+b" for both, as "A/B"
 * With `rules` NULL the plugin calls metric() itself, for a MEAN with each value k
 * and how often it was seen, n; such a metric is not split by voice. */
typedef struct slant_metric {
	const char *name, *summary;
	int kind;         /* enum slant_metric_kind */
	const char *unit; /* "findings", "words", "sources" ... */
	const char *rules, *of, *key;
} slant_metric;

typedef struct slant_plugin {
	uint32_t abi, size; /* set by SLANT_PLUGIN_HEAD */
	const char *name;   /* lower-case letters, digits, _ */
	const char *version;
	const char *summary;
	const char *languages; /* comma-separated primary tags ("en,de"), NULL: any */
	const char *after;     /* comma-separated plugins whose findings it reads, or NULL */
	const slant_rule *rules;
	const slant_option *options;
	const slant_metric *metrics;
	/* Prepare; put what analyze() needs into *state. 0, or host->refuse(). May be NULL. */
	int (*open)(slant_setup *, void **state);
	/* One article. 0, or host->fail(). */
	int (*analyze)(const void *state, const slant_document *, slant_sink *);
	void (*close)(void *state); /* may be NULL */
} slant_plugin;

#define SLANT_PLUGIN_HEAD .abi = SLANT_ABI, .size = sizeof(slant_plugin)

/* At the bottom of the plugin: SLANT_REGISTER(descriptor). Plugins built into the
 * program define SLANT_MODULE (their name), since one program then holds several. */
#define SLANT_PASTE_(a, b) a##b
#define SLANT_PASTE(a, b) SLANT_PASTE_(a, b)
#ifdef SLANT_MODULE
#define SLANT_ENTRY SLANT_PASTE(SLANT_MODULE, _LTX_slantwise_plugin)
#else
#define SLANT_ENTRY slantwise_plugin
#endif
#if defined(__GNUC__)
#define SLANT_EXPORT __attribute__((visibility("default")))
#else
#define SLANT_EXPORT
#endif
#define SLANT_REGISTER(descriptor)                       \
	SLANT_EXPORT const slant_plugin *SLANT_ENTRY(void);  \
	const slant_plugin *SLANT_ENTRY(void) { return &(descriptor); }

#define slant_fail(sink, ...) ((sink)->host->fail((sink), __VA_ARGS__))
#define slant_refuse(setup, ...) ((setup)->host->refuse((setup), __VA_ARGS__))

#ifdef __cplusplus
}
#endif
#endif
