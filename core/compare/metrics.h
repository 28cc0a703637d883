/* SPDX-License-Identifier: MIT */
/* Metrics of records, collected and summed for groups of articles. */
#ifndef SLANT_COMPARE_METRICS_H
#define SLANT_COMPARE_METRICS_H

#include "compare/scope.h"
#include "compare/statistics.h"

#define METRIC_LEVEL 0.95             /* of every interval */
#define METRIC_FEWEST_ARTICLES 10     /* a group of fewer has no interval: its spread is not known well enough */
#define METRIC_ALL_VOICES SLANT_VOICES /* the sum over voices */

struct metric {
	const char *plugin, *name, *kind, *unit; /* unit NULL: none */
	const char *rules, *of; /* comma-separated, "*": all; NULL: the plugin computed it itself */
	const char *key;        /* of the data, for means and distributions, or NULL */
	const char *lexicon;    /* only findings of this lexicon, or NULL */
	uint32_t voices;        /* bit v: some record has a row of voice v */
};

struct metric_list {
	struct metric *items;
	uint32_t count, size;
};

/* Every metric that a record of the scope has, in order of first appearance. */
void metrics_collect(struct metric_list *, const struct scope *);
void metrics_free(struct metric_list *);

struct metric_sums {
	int64_t k;       /* count, k of a share, sum of a mean */
	int64_t n;       /* words, n of a share or mean */
	int64_t squares; /* of a mean */
	json_t *labels;  /* of a distribution, or NULL */
	uint32_t articles; /* in which the plugin ran */
};

/* A group's sums, article by article (`units`: of rates, shares and means). */
struct metric_total {
	struct metric_sums sums;
	struct cluster_sums clusters;
	struct unit *units; /* sums.articles of them */
};
void metric_total(struct metric_total *, const struct metric *, int voice, const struct group *);
void metric_total_free(struct metric_total *);

/* Add what the article has; 0 when the plugin did not run there. */
int metric_sum(struct metric_sums *, const struct metric *, int voice, const struct view *);
void metric_sums_free(struct metric_sums *);

/* What one finding adds to k, n and squares of the metric in this voice: 0 when nothing. */
int metric_contribution(const struct metric *, int voice, const struct view_finding *, struct metric_sums *);

/* 1 when the metric counts this finding under this voice. */
int metric_counts(const struct metric *, int voice, const struct view_finding *);

const char *metric_voice_name(int voice);

#endif
