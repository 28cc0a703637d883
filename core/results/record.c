/* SPDX-License-Identifier: MIT */
#include "results/record.h"
#include "results/metrics.h"

#include "base/buffer.h"
#include "base/json.h"

#include <stdlib.h>
#include <string.h>

struct writer {
	struct json_writer json;
	struct results *results;
	const struct record_article *article;
	const struct record_run *run;
	int text; /* with the text and its excerpts */
	struct finding **findings; /* of all reported plugins, in text order */
	uint32_t finding_count;
};

static uint32_t points(const struct writer *w, uint32_t byte)
{
	const struct document *d = w->results->document;
	return d->code_points == d->seen.length ? byte : document_code_point(d, byte);
}

static void put_span(struct writer *w, uint32_t start, uint32_t end)
{
	json_put_int(&w->json, "start", points(w, start));
	json_put_int(&w->json, "end", points(w, end));
}

static void put_excerpt(struct writer *w, uint32_t start, uint32_t end)
{
	if (w->text)
		json_put_text(&w->json, "text", w->results->document->seen.text + start, end - start);
}

static void write_article(struct writer *w)
{
	const struct record_article *a = w->article;
	json_open(&w->json, "article", '{');
	json_put_string(&w->json, "id", a->id);
	json_put_string(&w->json, "source", a->source);
	json_put_string(&w->json, "outlet", a->outlet);
	json_put_string(&w->json, "story", a->story);
	json_put_string(&w->json, "title", a->title);
	json_put_string(&w->json, "author", a->author);
	json_put_string(&w->json, "date", a->date);
	json_put_string(&w->json, "url", a->url);
	json_put_string(&w->json, "genre", a->genre);
	json_put_string(&w->json, "language", a->language);
	json_close(&w->json, '}');
}

/* ---- structure ---- */

static void write_paragraphs(struct writer *w)
{
	const slant_document *d = &w->results->document->seen;
	json_open(&w->json, "paragraphs", '[');
	for (uint32_t i = 0; i < d->paragraph_count; i++) {
		json_open(&w->json, NULL, '{');
		put_span(w, d->paragraphs[i].start, d->paragraphs[i].end);
		if (d->paragraphs[i].role != SLANT_ROLE_BODY)
			json_put_string(&w->json, "role", role_name(d->paragraphs[i].role));
		json_close(&w->json, '}');
	}
	json_close(&w->json, ']');
}

static void write_sentences(struct writer *w)
{
	const slant_document *d = &w->results->document->seen;
	json_open(&w->json, "sentences", '[');
	for (uint32_t i = 0; i < d->sentence_count; i++) {
		json_open(&w->json, NULL, '[');
		json_put_int(&w->json, NULL, points(w, d->sentences[i].start));
		json_put_int(&w->json, NULL, points(w, d->sentences[i].end));
		json_close(&w->json, ']');
	}
	json_close(&w->json, ']');
}

static void put_id(struct json_writer *json, const char *key, uint32_t number)
{
	char id[16] = "f";
	struct buffer digits = {.data = id, .length = 1, .size = sizeof id};
	buffer_int(&digits, number);
	json_put_text(json, key, id, digits.length);
}

/* What decided: a finding by its id, or by plugin and rule where --plugin left it out. */
static void put_by(struct writer *w, const struct finding *by)
{
	if (by == NULL)
		json_put_string(&w->json, "by", "quotation_marks");
	else if (by->id != 0)
		put_id(&w->json, "by", by->id);
	else
		json_put_string(&w->json, "by", arena_printf(w->results->arena, "%s/%s",
			w->results->plugins[by->plugin].name, by->seen.rule_name));
}

static void write_voices(struct writer *w)
{
	json_open(&w->json, "voices", '[');
	for (uint32_t i = 0; i < w->results->voice_count; i++) {
		const struct voice_span *v = &w->results->voices[i];
		json_open(&w->json, NULL, '{');
		put_span(w, v->start, v->end);
		json_put_string(&w->json, "voice", voice_name(v->voice));
		if (w->text)
			json_put_string(&w->json, "speaker", v->speaker);
		put_by(w, v->by);
		if (!v->certain)
			json_put_bool(&w->json, "certain", 0);
		json_close(&w->json, '}');
	}
	json_close(&w->json, ']');
}

static void write_disclosures(struct writer *w)
{
	json_open(&w->json, "disclosures", '[');
	for (uint32_t i = 0; i < w->article->disclosure_count; i++) {
		const struct record_disclosure *d = &w->article->disclosures[i];
		json_open(&w->json, NULL, '{');
		json_put_string(&w->json, "kind", d->kind);
		put_span(w, d->start, d->end);
		put_excerpt(w, d->start, d->end);
		json_close(&w->json, '}');
	}
	json_close(&w->json, ']');
}

static void write_structure(struct writer *w)
{
	json_open(&w->json, "structure", '{');
	write_paragraphs(w);
	write_sentences(w);
	write_voices(w);
	write_disclosures(w);
	json_close(&w->json, '}');
}

/* Sentences and paragraphs that findings are made in, like the words. */
static void write_counts(struct writer *w)
{
	const struct document *d = w->results->document;
	uint32_t sentences = 0, paragraphs = 0;
	for (uint32_t i = 0; i < d->seen.paragraph_count; i++) {
		const slant_paragraph *p = &d->seen.paragraphs[i];
		paragraphs += p->analyzed;
		sentences += p->analyzed ? p->end_sentence - p->first_sentence : 0;
	}
	json_open(&w->json, "counts", '{');
	json_put_int(&w->json, "words", d->words);
	json_put_int(&w->json, "sentences", sentences);
	json_put_int(&w->json, "paragraphs", paragraphs);
	json_open(&w->json, "words_by_voice", '{');
	for (int v = 0; v < SLANT_VOICES; v++)
		json_put_int(&w->json, voice_name(v), w->results->words_by_voice[v]);
	json_close(&w->json, '}');
	json_close(&w->json, '}');
}

/* ---- findings ---- */

static int in_text_order(const void *a, const void *b)
{
	const struct finding *x = *(struct finding *const *)a, *y = *(struct finding *const *)b;
	if (x->seen.start != y->seen.start)
		return x->seen.start < y->seen.start ? -1 : 1;
	if (x->seen.end != y->seen.end)
		return x->seen.end < y->seen.end ? -1 : 1;
	if (x->plugin != y->plugin)
		return x->plugin < y->plugin ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void number_findings(struct writer *w)
{
	struct results *r = w->results;
	uint32_t total = 0;
	for (uint32_t p = 0; p < r->plugin_count; p++)
		total += r->plugins[p].finding_count;
	w->findings = arena_alloc(r->arena, (total + 1) * sizeof *w->findings);
	for (uint32_t p = 0; p < r->plugin_count; p++) {
		if (!r->plugins[p].reported || r->plugins[p].status != PLUGIN_OK)
			continue;
		for (uint32_t i = 0; i < r->plugins[p].finding_count; i++)
			w->findings[w->finding_count++] = r->plugins[p].findings[i];
	}
	qsort(w->findings, w->finding_count, sizeof *w->findings, in_text_order);
	for (uint32_t i = 0; i < w->finding_count; i++)
		w->findings[i]->id = i + 1;
}

static void put_datum(struct writer *w, const struct slant_datum *d)
{
	switch (d->kind) {
	case DATUM_INT: json_put_int(&w->json, d->key, d->number); break;
	case DATUM_BOOL: json_put_bool(&w->json, d->key, d->number != 0); break;
	case DATUM_TEXT: json_put_text(&w->json, d->key, d->text, d->length); break;
	case DATUM_SPAN:
		json_open(&w->json, d->key, '{');
		put_span(w, d->start, d->end);
		put_excerpt(w, d->start, d->end);
		json_put_string(&w->json, "type", d->text);
		json_close(&w->json, '}');
		break;
	default:
		json_open(&w->json, d->key, '[');
		json_put_int(&w->json, NULL, points(w, d->start));
		json_put_int(&w->json, NULL, points(w, d->end));
		json_close(&w->json, ']');
	}
}

static void write_data(struct writer *w, const struct slant_datum *d)
{
	uint64_t arrays = 0; /* bit: the container at this depth is an array */
	unsigned depth = 0;
	if (d == NULL)
		return;
	json_open(&w->json, "data", '{');
	for (; d != NULL; d = d->next) {
		if (datum_opens(d)) {
			uint64_t array = d->kind == DATUM_ARRAY;
			json_open(&w->json, d->key, array ? '[' : '{');
			if (d->kind == DATUM_PLACE) {
				put_span(w, d->start, d->end);
				put_excerpt(w, d->start, d->end);
			}
			depth++;
			arrays = (arrays & ~((uint64_t)1 << depth)) | array << depth;
		} else if (d->kind == DATUM_END) {
			json_close(&w->json, arrays >> depth & 1 ? ']' : '}');
			depth--;
		} else
			put_datum(w, d);
	}
	json_close(&w->json, '}');
}

static void write_finding(struct writer *w, const struct finding *f)
{
	uint64_t byte, line, column;
	w->article->position(w->article->context, f->seen.start, &byte, &line, &column);
	json_open(&w->json, NULL, '{');
	put_id(&w->json, "id", f->id);
	json_put_string(&w->json, "plugin", w->results->plugins[f->plugin].name);
	json_put_string(&w->json, "rule", f->seen.rule_name);
	put_span(w, f->seen.start, f->seen.end);
	json_put_int(&w->json, "byte", (int64_t)byte);
	json_put_int(&w->json, "line", (int64_t)line);
	json_put_int(&w->json, "column", (int64_t)column);
	put_excerpt(w, f->seen.start, f->seen.end);
	if (f->role != SLANT_ROLE_BODY)
		json_put_string(&w->json, "role", role_name(f->role));
	if (f->voice != SLANT_VOICE_NARRATOR)
		json_put_string(&w->json, "voice", voice_name(f->voice));
	if (w->text)
		json_put_string(&w->json, "speaker", f->speaker);
	write_data(w, f->seen.data);
	json_close(&w->json, '}');
}

static void write_findings(struct writer *w)
{
	json_open(&w->json, "findings", '[');
	for (uint32_t i = 0; i < w->finding_count; i++)
		write_finding(w, w->findings[i]);
	json_close(&w->json, ']');
}

/* ---- the run ---- */

/* Which findings each metric counts, so that a reader of the record alone can go from
 * a figure to its passages. Metrics that the plugin computed itself are left out. */
static void write_metric_rules(struct writer *w, const struct plugin_result *p)
{
	int open = 0;
	for (uint32_t i = 0; i < p->metric_count; i++) {
		const slant_metric *m = p->metrics[i].declared;
		if (m->rules == NULL)
			continue;
		if (!open)
			json_open(&w->json, "metrics", '{');
		open = 1;
		json_open(&w->json, m->name, '{');
		json_put_string(&w->json, "rules", m->rules);
		json_put_string(&w->json, "of", m->of);
		json_put_string(&w->json, "key", m->key);
		json_put_string(&w->json, "lexicon", p->metrics[i].lexicon);
		json_close(&w->json, '}');
	}
	if (open)
		json_close(&w->json, '}');
}

/* A plugin that --plugin left out is named only when it failed: voices rest on it. */
static void write_plugins(struct writer *w)
{
	static const char *const statuses[] = {"ok", "failed", "timed_out", "disabled", "unsupported"};
	json_open(&w->json, "plugins", '[');
	for (uint32_t i = 0; i < w->results->plugin_count; i++) {
		const struct plugin_result *p = &w->results->plugins[i];
		if (!p->reported && p->status != PLUGIN_FAILED && p->status != PLUGIN_TIMED_OUT)
			continue;
		json_open(&w->json, NULL, '{');
		json_put_string(&w->json, "name", p->name);
		json_put_string(&w->json, "version", p->version);
		json_put_string(&w->json, "status", statuses[p->status]);
		json_put_string(&w->json, "kind", p->kind);
		json_put_string(&w->json, "message", p->message);
		if (p->status == PLUGIN_OK)
			write_metric_rules(w, p);
		json_close(&w->json, '}');
	}
	json_close(&w->json, ']');
}

/* By place, then by what they say: who added them first does not show. */
static int note_order(const void *a, const void *b)
{
	const struct text_note *x = a, *y = b;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end < y->end ? -1 : 1;
	return strcmp(x->message, y->message);
}

static void write_diagnostics(struct writer *w)
{
	const struct results *r = w->results;
	if (r->note_count == 0)
		return;
	qsort(r->notes, r->note_count, sizeof *r->notes, note_order);
	json_open(&w->json, "diagnostics", '[');
	for (uint32_t i = 0; i < r->note_count; i++) {
		json_open(&w->json, NULL, '{');
		json_put_string(&w->json, "severity", r->notes[i].severity);
		json_put_string(&w->json, "message", r->notes[i].message);
		if (r->notes[i].end > 0)
			put_span(w, r->notes[i].start, r->notes[i].end);
		json_close(&w->json, '}');
	}
	json_close(&w->json, ']');
}

static void write_run(struct writer *w)
{
	json_open(&w->json, "run", '{');
	json_put_string(&w->json, "slantwise", w->run->version);
	json_open(&w->json, "lexicons", '[');
	for (uint32_t i = 0; i < w->run->lexicon_count; i++) {
		const struct record_lexicon *l = &w->run->lexicons[i];
		json_open(&w->json, NULL, '{');
		json_put_string(&w->json, "name", l->name);
		json_put_string(&w->json, "version", l->version);
		json_put_string(&w->json, "sha256", l->sha256);
		json_close(&w->json, '}');
	}
	json_close(&w->json, ']');
	json_put_string(&w->json, "config_sha256", w->run->config_sha256);
	json_close(&w->json, '}');
}

void record_write(struct buffer *out, struct results *results, const struct record_article *article,
		  const struct record_run *run, const struct record_options *options)
{
	struct writer w = {.results = results, .article = article, .run = run, .text = !options->no_text};
	const slant_document *d = &results->document->seen;
	json_writer_init(&w.json, out);
	number_findings(&w);
	json_open(&w.json, NULL, '{');
	json_put_string(&w.json, "format", RECORD_FORMAT);
	write_article(&w);
	if (w.text)
		json_put_text(&w.json, "text", d->text, d->length);
	write_structure(&w);
	write_counts(&w);
	write_findings(&w);
	json_open(&w.json, "metrics", '[');
	metrics_write(&w.json, results);
	json_close(&w.json, ']');
	write_plugins(&w);
	write_diagnostics(&w);
	write_run(&w);
	json_close(&w.json, '}');
	buffer_byte(out, '\n');
}
