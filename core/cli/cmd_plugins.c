/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include "cli/session.h"

#include <stdio.h>
#include <string.h>

static const struct option_row rows[] = {COMMON_ROWS, {0}};

static const struct command_help help = {
	"slantwise plugins [list | info NAME] [OPTION]...",
	"Shows the analyzers that are there, and what one declares.",
	rows,
};

static int take(void *context, int id, const char *argument)
{
	return common_take(context, id, argument) > 0 ? 0 : -1;
}

static void list(const struct host *host)
{
	const struct plugin_result *p = host_plugins(host);
	for (uint32_t i = 0; i < host_count(host); i++)
		printf("%-16s %-8s %s\n", p[i].name, p[i].version ? p[i].version : "-",
		       p[i].plugin ? p[i].plugin->summary : "words of a lexicon");
}

static void print_rules(const struct plugin_result *p)
{
	printf("\nrules\n");
	for (uint32_t i = 0; i < p->rule_count; i++)
		printf("  %-24s %s%s%s\n", p->rules[i].name, p->rules[i].summary, p->rules[i].gives_voice ? "; gives the voice " : "",
		       p->rules[i].gives_voice ? voice_name(p->rules[i].voice) : "");
}

static void print_options(const slant_option *o)
{
	if (o == NULL || o->name == NULL)
		return;
	printf("\noptions\n");
	for (; o->name != NULL; o++)
		if (o->kind == SLANT_OPTION_TEXT)
			printf("  %-24s %s (default \"%s\")\n", o->name, o->summary, o->text);
		else
			printf("  %-24s %s (default %lld, %lld to %lld)\n", o->name, o->summary, (long long)o->number,
			       (long long)o->min, (long long)o->max);
}

static void print_metrics(const slant_metric *m)
{
	static const char *const kinds[] = {"count", "rate", "share", "mean", "distribution"};
	if (m == NULL || m->name == NULL)
		return;
	printf("\nmetrics\n");
	for (; m->name != NULL; m++)
		printf("  %-24s %s, %s: %s\n", m->name, kinds[m->kind], m->unit, m->summary);
}

static int info(const struct host *host, const char *name)
{
	const struct plugin_result *p = host_plugins(host);
	for (uint32_t i = 0; i < host_count(host); i++) {
		if (strcmp(p[i].name, name) != 0)
			continue;
		printf("%s %s: %s\nfrom %s\n", p[i].name, p[i].version ? p[i].version : "-", p[i].plugin ? p[i].plugin->summary : "words of a lexicon",
		       host_plugin_path(host, i));
		print_rules(&p[i]);
		if (p[i].plugin != NULL) {
			print_options(p[i].plugin->options);
			print_metrics(p[i].plugin->metrics);
		}
		return 0;
	}
	fprintf(stderr, "slantwise: there is no plugin '%s'; 'slantwise plugins list' shows them\n", name);
	return -1;
}

int cmd_plugins(int argc, char **argv)
{
	struct common_options common;
	struct session session = {0};
	common_init(&common);
	int status = 2, first = options_parse(argc, argv, &help, take, &common);
	const char *what = first >= 0 && first < argc ? argv[first] : "list";
	int operands = argc - first;
	if (first == -1)
		status = 0;
	if (first < 0)
		goto out;
	if (!(strcmp(what, "list") == 0 && operands <= 1) && !(strcmp(what, "info") == 0 && operands == 2)) {
		fprintf(stderr, "slantwise: plugins wants 'list' or 'info NAME'\n");
		goto out;
	}
	if (session_open(&session, &common) == 0) {
		if (strcmp(what, "list") == 0)
			list(engine_host(session.engine));
		else if (info(engine_host(session.engine), argv[first + 1]) != 0)
			session.status[ERROR_USAGE] = 1;
	}
	status = session_close(&session);
out:
	common_free(&common);
	return status;
}
