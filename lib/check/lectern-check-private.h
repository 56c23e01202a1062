/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* What every built-in rule is made of: a row of a table, with a function that looks at a document
 * and says what it finds. */

typedef struct
{
  const char *en;
  const char *zh;
} LecternBilingual;

typedef struct _LecternCheck LecternCheck;
typedef struct _LecternSequences LecternSequences;

typedef enum
{
  LECTERN_RULE_CHINESE = 1 << 0,    /* only for Chinese, of either script */
  LECTERN_RULE_SIMPLIFIED = 1 << 1, /* only where the standards of the mainland hold: zh-Hans */
  LECTERN_RULE_FIXABLE = 1 << 2     /* some of its findings have edits */
} LecternRuleFlags;

typedef struct
{
  const char *code;
  LecternSeverity severity; /* LECTERN_SEVERITY_OFF: off unless somebody switches it on */
  const char *clause;       /* `GB/T 15834-2011 B.3.1`, LECTERN_CLAUSE_PRACTICE or _HEURISTIC */
  guint flags;
  LecternBilingual summary;     /* a line, without a stop at its end */
  LecternBilingual explanation; /* sentences: what is found, why, what to do */
  const char *bad;              /* a short text in which the rule finds something */
  const char *good;             /* the same, mended */
  /* What a finding says, ended by an empty row; `{1}` is the first argument. */
  const LecternBilingual *messages;
  void (*check) (LecternCheck *check);
} LecternRuleInfo;

/* A family of rules: a file. Ended by a row without code. */
extern const LecternRuleInfo _lectern_rules_counts[];
extern const LecternRuleInfo _lectern_rules_numbering[];
extern const LecternRuleInfo _lectern_rules_points[];
extern const LecternRuleInfo _lectern_rules_outline[];
extern const LecternRuleInfo _lectern_rules_frame[];
extern const LecternRuleInfo _lectern_rules_placeholders[];
extern const LecternRuleInfo _lectern_rules_punctuation[];
extern const LecternRuleInfo _lectern_rules_numerals[];

/* All families, ended by NULL. */
extern const LecternRuleInfo *const _lectern_rule_families[];

/* What rules are given. One of these lives as long as a document is checked, so that what several
 * rules need is found once. */
struct _LecternCheck
{
  LecternDocument *document;
  LecternReport *report;
  LecternProfile *profile;
  LecternSource *source;
  LecternNode *root;
  const char *text;
  gsize length;
  gboolean chinese;
  gboolean simplified;
  const LecternRuleInfo *info; /* of the rule that runs */

  /*< private >*/
  GPtrArray *nodes[LECTERN_NODE_DIRECTIVE + 1];
  LecternSequences *sequences;     /* check/lectern-sequences-private.h */
  GArray *marks;                   /* lectern-check-marks-private.h */
  struct _LecternOutline *outline; /* lectern-outline-private.h; NULL: none */
  gboolean outline_read;
  GArray *parts; /* of all points, series after series; lectern-part-private.h */
  GArray *part_ends;
  GArray *slots; /* of all placeholders; lectern-rules-placeholders-private.h */
};

void _lectern_check_init (LecternCheck *check, LecternDocument *document, LecternReport *report);
void _lectern_check_clear (LecternCheck *check);

/* The nodes of a kind in the order of the text, found once for all rules. */
const GPtrArray *_lectern_check_list (LecternCheck *check, LecternNodeKind kind);

/* The next sibling that is no directive: those stand between the parts of a speech as if they were
 * not there. */
LecternNode *_lectern_check_next (LecternNode *node);
/* Whether a directive ends at `left` or begins at `right`. */
gboolean _lectern_check_touches_directive (LecternCheck *check, gsize left, gsize right);

/* Adds a finding at `span` (NULL: at the node) with message `message` of the rule that runs; its
 * arguments are strings, ended by NULL. Where the rule has found too much already, nothing is added
 * and the result is NULL, which the two functions below take. */
LecternFinding *_lectern_check_find (LecternCheck *check, guint message, LecternNode *node,
                                     const LecternSpan *span, ...) G_GNUC_NULL_TERMINATED;
void _lectern_check_relate (LecternFinding *finding, LecternNode *node);
/* Of what a rule finds, this is a note at most: so common that nobody need mend it. */
void _lectern_check_soften (LecternFinding *finding);
/* Adds to the edits that mend it: the span becomes `text`. Only where that is safe: it must leave
 * the sense as it is, and silence the rule. */
void _lectern_check_replace (LecternCheck *check, LecternFinding *finding, gsize start, gsize end,
                             const char *text);

/* A stretch of the text as it may stand in a message: in one line, at most `max_chars` characters
 * (`…` stands for the rest), no controls. */
char *_lectern_check_quote (LecternCheck *check, gsize start, gsize end, guint max_chars);
/* The node's text: a borrowed stretch, not ended by NUL. */
const char *_lectern_check_get_text (LecternCheck *check, LecternNode *node, gsize *length);
