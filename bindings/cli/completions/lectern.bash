# SPDX-License-Identifier: LGPL-2.1-or-later
# bash completion for lectern

_lectern ()
{
  local cur prev command words cword
  cur=${COMP_WORDS[COMP_CWORD]}
  prev=${COMP_WORDS[COMP_CWORD - 1]}
  command=${COMP_WORDS[1]}
  COMPREPLY=()

  if [[ $prev == --message-language ]]; then
    COMPREPLY=($(compgen -W 'en zh' -- "$cur"))
    return
  elif ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W 'inspect convert outline stats help --help --version --message-language' -- "$cur"))
    return
  fi
  case $prev in
    --from) COMPREPLY=($(compgen -W 'text xml' -- "$cur")); return ;;
    --to) COMPREPLY=($(compgen -W 'text xml outline json' -- "$cur")); return ;;
    --punctuation) COMPREPLY=($(compgen -W 'full half' -- "$cur")); return ;;
    --language) COMPREPLY=($(compgen -W 'zh-Hans zh-Hant en ja ko' -- "$cur")); return ;;
    --encoding | --output-encoding)
      COMPREPLY=($(compgen -W 'UTF-8 UTF-16 GB18030 GBK BIG5 SHIFT_JIS EUC-KR' -- "$cur")); return ;;
    --output-dir) COMPREPLY=($(compgen -d -- "$cur")); return ;;
    --blank-lines | --columns) return ;;
  esac

  local read='--from --encoding --language --help --message-language'
  if [[ $command == help ]]; then
    COMPREPLY=($(compgen -W 'inspect convert outline stats' -- "$cur"))
  elif [[ $cur == -* ]]; then
    case $command in
      inspect) words="--placeholders --announcements --json $read" ;;
      convert) words="--to --output-dir --output-encoding --canonical --punctuation --indent --blank-lines --columns --indented $read" ;;
      outline) words="--indented $read" ;;
      stats) words=$read ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else
    compopt -o filenames 2> /dev/null
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}

complete -F _lectern lectern
