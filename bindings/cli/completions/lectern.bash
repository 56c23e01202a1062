# SPDX-License-Identifier: LGPL-2.1-or-later
# bash completion for lectern

_lectern_codes ()
{
  "${COMP_WORDS[0]}" rules 2> /dev/null | cut -f 1
}

# What follows --rule: CODE=SEVERITY, which bash parts at the =.
_lectern_rule ()
{
  if [[ $cur == '=' || $prev == '=' ]]; then
    COMPREPLY=($(compgen -W 'off note warning error' -- "${cur#=}"))
  else
    mapfile -t COMPREPLY < <(compgen -S '=' -W "$(_lectern_codes) *" -- "$cur")
    compopt -o nospace 2> /dev/null
  fi
}

# Whether a word of restyle is the numbering already: the first that is no option or its value.
_lectern_has_numbering ()
{
  local i word
  for ((i = 2; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
      --series | --level | --node | --output | -o | --from | --encoding | --language | --message-language) ((i++)) ;;
      -* | =) ;;
      *) return 0 ;;
    esac
  done
  return 1
}

_lectern ()
{
  local cur prev command words
  local from=$((COMP_CWORD > 4 ? COMP_CWORD - 4 : 0))
  cur=${COMP_WORDS[COMP_CWORD]}
  prev=${COMP_WORDS[COMP_CWORD - 1]}
  command=${COMP_WORDS[1]}
  COMPREPLY=()

  # bash parts an option from its value at the =.
  if [[ $prev == --?* && $cur == '=' ]]; then
    cur=''
  elif [[ $prev == '=' && ${COMP_WORDS[COMP_CWORD - 2]} == --?* ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [[ $prev == --message-language ]]; then
    COMPREPLY=($(compgen -W 'en zh' -- "$cur"))
    return
  elif ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W 'check rules inspect compare convert edit fill assemble fragments renumber restyle tidy generalize outline skeleton stats time help --help --version --message-language' -- "$cur"))
    return
  fi
  if [[ $command == check && " ${COMP_WORDS[*]:from:COMP_CWORD - from} " == *' --rule '* ]]; then
    if [[ $prev == --rule || $cur == '=' || $prev == '=' ]]; then
      _lectern_rule
      return
    fi
  fi
  case $prev in
    --format)
      words='text json'
      [[ $command != check ]] || words+=' sarif'
      [[ $command != compare ]] || words+=' html'
      COMPREPLY=($(compgen -W "$words" -- "$cur")); return ;;
    --color) COMPREPLY=($(compgen -W 'auto always never' -- "$cur")); return ;;
    --max-findings | --jobs | -j) return ;;
    --rate | -r | --level | -l | --paragraph-pause | --point-pause) return ;;
    --from) COMPREPLY=($(compgen -W 'text xml' -- "$cur")); return ;;
    --to) COMPREPLY=($(compgen -W 'text xml outline json' -- "$cur")); return ;;
    --missing) COMPREPLY=($(compgen -W 'keep error blank' -- "$cur")); return ;;
    --set | -s | --series | --node) return ;;
    --width) COMPREPLY=($(compgen -W 'full half' -- "$cur")); return ;;
    --punctuation) COMPREPLY=($(compgen -W 'full half' -- "$cur")); return ;;
    --language) COMPREPLY=($(compgen -W 'zh-Hans zh-Hant en ja ko' -- "$cur")); return ;;
    --values-format) COMPREPLY=($(compgen -W 'csv json' -- "$cur")); return ;;
    --separator) COMPREPLY=($(compgen -W 'tab' -- "$cur")); return ;;
    --encoding | --output-encoding | --values-encoding)
      COMPREPLY=($(compgen -W 'UTF-8 UTF-16 GB18030 GBK BIG5 SHIFT_JIS EUC-KR' -- "$cur")); return ;;
    --output-dir | --fragments)
      compopt -o filenames 2> /dev/null
      mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
    --blank-lines | --columns) return ;;
  esac

  local read='--from --encoding --language --help --message-language'
  local change="--diff --in-place --output $read"
  if [[ $command == rules && $cur != -* ]]; then
    COMPREPLY=($(compgen -W "$(_lectern_codes)" -- "$cur"))
  elif [[ $command == help ]]; then
    COMPREPLY=($(compgen -W 'check rules inspect compare convert edit fill assemble fragments renumber restyle tidy generalize outline skeleton stats time' -- "$cur"))
  elif [[ $command == restyle && $cur != -* ]] && ! _lectern_has_numbering; then
    COMPREPLY=($(compgen -W '一是 一要 第一， 首先， （一） 1. ①' -- "$cur"))
  elif [[ $cur == -* ]]; then
    case $command in
      check) words="--format --rule --profile --fix --diff --max-findings --color --jobs $read" ;;
      rules) words='--format --help --message-language' ;;
      compare) words="--format --output --all --color $read" ;;
      inspect) words="--placeholders --announcements --paths --json --groups --bindings --save-bindings $read" ;;
      edit) words="--script --expression $change" ;;
      convert) words="--to --output-dir --output-encoding --canonical --punctuation --indent --blank-lines --columns --indented $read" ;;
      fill) words="--set --values --bindings --fragments --missing --output --to --list --diff --keep-slots --strict --values-format --values-encoding --separator --jobs --resume --force --dry-run $read" ;;
      assemble) words='--fragments --set --values --output --to --list --outline --help --message-language' ;;
      fragments) words='--tag --needs --help --message-language' ;;
      generalize) words="--output --values $read" ;;
      skeleton) words="--output $read" ;;
      renumber) words="--node $change" ;;
      restyle) words="--series --level --node $change" ;;
      tidy) words="--boilerplate --rejoin --redactions --width $change" ;;
      outline) words="--indented $read" ;;
      stats) words=$read ;;
      time) words="--rate --paragraph-pause --point-pause --title --level --profile --format $read" ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else
    compopt -o filenames 2> /dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  fi
}

complete -F _lectern lectern
