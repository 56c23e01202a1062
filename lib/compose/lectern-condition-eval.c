/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-condition-struct-private.h"

/* Asking a condition. Every step is done: what follows from no value is FALSE, and nothing fails.
 */

typedef struct
{
  const LecternCondition *condition;
  LecternConditionLookup lookup;
  gpointer data;
} Asking;

static LecternValue *
get_value (const Asking *asking, guint32 index)
{
  const LecternOperand *operand
      = &g_array_index (asking->condition->operands, LecternOperand, index);

  return operand->name != NULL ? asking->lookup (asking->data, operand->name)
                               : lectern_value_ref (operand->value);
}

/* An empty text and an empty list are no value: so a table says that there is none. */
static gboolean
is_there (LecternValue *value)
{
  gsize length = 1;

  if (value == NULL)
    return FALSE;
  if (lectern_value_get_value_type (value) == LECTERN_VALUE_LIST)
    return lectern_value_get_n_items (value) > 0;
  if (lectern_value_get_value_type (value) == LECTERN_VALUE_TEXT)
    lectern_value_get_text (value, &length);
  return length > 0;
}

static gboolean
compares (LecternStepCode code, LecternValue *left, LecternValue *right)
{
  int order;

  if (left == NULL || right == NULL)
    return code == LECTERN_STEP_UNEQUAL && left != right;
  if (code == LECTERN_STEP_EQUAL || code == LECTERN_STEP_UNEQUAL)
    return lectern_value_equal (left, right) == (code == LECTERN_STEP_EQUAL);
  if (!lectern_value_compare (left, right, &order, NULL))
    return FALSE;
  switch (code)
    {
    case LECTERN_STEP_LESS:
      return order < 0;
    case LECTERN_STEP_AT_MOST:
      return order <= 0;
    case LECTERN_STEP_GREATER:
      return order > 0;
    default:
      return order >= 0;
    }
}

/* Whether the value is one of the list's items; of what is no list, whether it is that. */
static gboolean
is_among (LecternValue *value, LecternValue *list)
{
  if (lectern_value_get_value_type (list) != LECTERN_VALUE_LIST)
    return lectern_value_equal (value, list);
  for (guint i = 0; i < lectern_value_get_n_items (list); i++)
    if (lectern_value_equal (value, lectern_value_get_item (list, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_in (const Asking *asking, const LecternStep *step, LecternValue *value)
{
  if (value == NULL)
    return FALSE;
  for (guint32 i = 0; i < step->n_right; i++)
    {
      g_autoptr (LecternValue) item = get_value (asking, step->right + i);

      if (item != NULL && is_among (value, item))
        return TRUE;
    }
  return FALSE;
}

static gboolean
test (const Asking *asking, const LecternStep *step)
{
  g_autoptr (LecternValue) left = get_value (asking, step->left);
  g_autoptr (LecternValue) right = NULL;

  if (step->code == LECTERN_STEP_EXISTS)
    return is_there (left);
  if (step->code == LECTERN_STEP_IN)
    return is_in (asking, step, left);
  right = get_value (asking, step->right);
  return compares ((LecternStepCode)step->code, left, right);
}

gboolean
_lectern_condition_holds (const LecternCondition *condition, LecternConditionLookup lookup,
                          gpointer data)
{
  Asking asking = { condition, lookup, data };
  g_autofree guint8 *truths = g_new (guint8, condition->depth);
  guint n = 0;

  for (guint i = 0; i < condition->steps->len; i++)
    {
      const LecternStep *step = &g_array_index (condition->steps, LecternStep, i);

      switch (step->code)
        {
        case LECTERN_STEP_NOT:
          truths[n - 1] = !truths[n - 1];
          break;
        case LECTERN_STEP_AND:
          n--;
          truths[n - 1] = truths[n - 1] && truths[n];
          break;
        case LECTERN_STEP_OR:
          n--;
          truths[n - 1] = truths[n - 1] || truths[n];
          break;
        default:
          truths[n++] = (guint8)test (&asking, step);
        }
    }
  return truths[0];
}

guint
_lectern_condition_get_n_names (const LecternCondition *condition)
{
  return condition->names->len;
}

const char *
_lectern_condition_get_name (const LecternCondition *condition, guint n)
{
  return condition->names->pdata[n];
}
