# SPDX-License-Identifier: LGPL-2.1-or-later
# fish completion for lectern

set -l commands check rules inspect compare convert edit fill assemble fragments renumber restyle tidy generalize outline skeleton stats time help
set -l encodings 'UTF-8 UTF-16 GB18030 GBK BIG5 SHIFT_JIS EUC-KR'

complete -c lectern -n "not __fish_seen_subcommand_from $commands" -f
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a check -d 'Find what is wrong with a speech'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a rules -d 'List the rules, or explain one'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a inspect -d 'Show the parts of a speech as a table'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a compare -d 'Say what changed from one speech to another'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a convert -d 'Write a speech in another form'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a edit -d 'Change a speech by its structure'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a fill -d 'Fill the open places of a speech'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a assemble -d 'Make a speech from a recipe and fragments'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a fragments -d 'List the fragments of a folder'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a generalize -d 'Make a template of several speeches'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a skeleton -d 'Make a speech to be written from an outline'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a renumber -d 'Give headings and points the numbers of their positions'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a restyle -d 'Give a series or a level of headings another numbering'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a tidy -d 'Mend what copying did to a text'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a outline -d 'Show the headings and points of a speech'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a stats -d 'Count the characters and paragraphs of a speech'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a time -d 'Tell how long a speech takes'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -a help -d 'Tell what a command does'
complete -c lectern -n "not __fish_seen_subcommand_from $commands" -l version -d 'Print the version'
complete -c lectern -s h -l help -d 'Tell how the command is used'
complete -c lectern -l message-language -x -a 'en zh' -d 'The language of help and messages'
complete -c lectern -n '__fish_seen_subcommand_from help' -f -a 'check rules inspect compare convert edit fill assemble fragments renumber restyle tidy generalize outline skeleton stats time'

complete -c lectern -n '__fish_seen_subcommand_from check inspect compare convert edit fill renumber restyle tidy generalize outline skeleton stats time' -l from -x -a 'text xml' -d 'What the files are'
complete -c lectern -n '__fish_seen_subcommand_from check inspect compare convert edit fill renumber restyle tidy generalize outline skeleton stats time' -l encoding -x -a $encodings -d 'The encoding of the text files'
complete -c lectern -n '__fish_seen_subcommand_from check inspect compare convert edit fill renumber restyle tidy generalize outline skeleton stats time' -l language -x -a 'zh-Hans zh-Hant en ja ko' -d 'The language of the speeches'

function __lectern_codes
    lectern rules 2>/dev/null | cut -f 1,3
end

# What follows --rule: CODE=SEVERITY
function __lectern_severities
    for code in '*' (lectern rules 2>/dev/null | cut -f 1)
        printf '%s=%s\n' $code off $code note $code warning $code error
    end
end

complete -c lectern -n '__fish_seen_subcommand_from check' -l format -x -a 'text json sarif' -d 'How findings are told'
complete -c lectern -n '__fish_seen_subcommand_from check' -l rule -x -a '(__lectern_severities)' -d 'How grave a rule is'
complete -c lectern -n '__fish_seen_subcommand_from check' -l profile -r -F -d 'The house profile'
complete -c lectern -n '__fish_seen_subcommand_from check' -l fix -d 'Mend what can be mended safely'
complete -c lectern -n '__fish_seen_subcommand_from check' -l diff -d 'With --fix, show what would be mended'
complete -c lectern -n '__fish_seen_subcommand_from check' -l max-findings -x -d 'Findings of a rule told of a file'
complete -c lectern -n '__fish_seen_subcommand_from check' -l color -x -a 'auto always never' -d 'Colours'
complete -c lectern -n '__fish_seen_subcommand_from check' -s j -l jobs -x -d 'Work on so many files at once'

complete -c lectern -n '__fish_seen_subcommand_from rules' -f -a '(__lectern_codes)'
complete -c lectern -n '__fish_seen_subcommand_from rules' -l format -x -a 'text json' -d 'How rules are told'

complete -c lectern -n '__fish_seen_subcommand_from inspect' -s p -l placeholders -d 'The places left open'
complete -c lectern -n '__fish_seen_subcommand_from inspect' -s a -l announcements -d 'The counts announced'
complete -c lectern -n '__fish_seen_subcommand_from inspect' -s j -l json -d 'The whole tree as JSON'
complete -c lectern -n '__fish_seen_subcommand_from inspect' -s g -l groups -d 'With --placeholders, the values that they take'
complete -c lectern -n '__fish_seen_subcommand_from inspect' -s b -l bindings -r -d 'With --groups, the names of this file'
complete -c lectern -n '__fish_seen_subcommand_from inspect' -l save-bindings -r -d 'With --groups, write a file that binds the masks'

complete -c lectern -n '__fish_seen_subcommand_from generalize' -s o -l output -r -F -d 'Write the template to this file'
complete -c lectern -n '__fish_seen_subcommand_from generalize' -s V -l values -r -F -d 'Write the values to this file'
complete -c lectern -n '__fish_seen_subcommand_from skeleton' -s o -l output -r -F -d 'Write to this file'

complete -c lectern -n '__fish_seen_subcommand_from compare' -l format -x -a 'text json html' -d 'How differences are told'
complete -c lectern -n '__fish_seen_subcommand_from compare' -s o -l output -r -F -d 'Write to this file'
complete -c lectern -n '__fish_seen_subcommand_from compare' -l all -d 'Tell of markers and blanks too'
complete -c lectern -n '__fish_seen_subcommand_from compare' -l color -x -a 'auto always never' -d 'Colours'

complete -c lectern -n '__fish_seen_subcommand_from inspect' -l paths -d 'The parts by their paths'

complete -c lectern -n '__fish_seen_subcommand_from edit' -s s -l script -r -F -d 'A file of operations'
complete -c lectern -n '__fish_seen_subcommand_from edit' -s e -l expression -x -d 'An operation'

complete -c lectern -n '__fish_seen_subcommand_from convert' -l to -x -a 'text xml outline json' -d 'What to write'
complete -c lectern -n '__fish_seen_subcommand_from convert' -l output-dir -x -a '(__fish_complete_directories)' -d 'Convert any number of files into a folder'
complete -c lectern -n '__fish_seen_subcommand_from convert' -l output-encoding -x -a $encodings -d 'The encoding of text written'
complete -c lectern -n '__fish_seen_subcommand_from convert' -l canonical -d 'Count the markers again, one paragraph a line'
complete -c lectern -n '__fish_seen_subcommand_from convert' -l punctuation -x -a 'full half' -d 'The width of punctuation'
complete -c lectern -n '__fish_seen_subcommand_from convert' -l indent -d 'Begin paragraphs with two ideographic spaces'
complete -c lectern -n '__fish_seen_subcommand_from convert' -l blank-lines -x -d 'Blank lines between paragraphs'
complete -c lectern -n '__fish_seen_subcommand_from convert' -l columns -x -d 'Wrap lines'
complete -c lectern -n '__fish_seen_subcommand_from fill' -s s -l set -x -d 'A value, NAME=VALUE'
complete -c lectern -n '__fish_seen_subcommand_from fill' -s V -l values -r -d 'Values by name'
complete -c lectern -n '__fish_seen_subcommand_from fill' -s b -l bindings -r -d 'Which mask is filled by which name'
complete -c lectern -n '__fish_seen_subcommand_from fill' -l missing -x -a 'keep error blank' -d 'What to do where there is no value'
complete -c lectern -n '__fish_seen_subcommand_from fill' -s o -l output -r -d 'Where to write'
complete -c lectern -n '__fish_seen_subcommand_from fill' -l to -x -a 'text xml outline json' -d 'What to write'
complete -c lectern -n '__fish_seen_subcommand_from fill' -s l -l list -d 'List the values that are asked for'
complete -c lectern -n '__fish_seen_subcommand_from fill' -l diff -d 'Show what would be filled'
complete -c lectern -n '__fish_seen_subcommand_from fill' -l keep-slots -d 'Keep what is filled as a place that can be filled again'
complete -c lectern -n '__fish_seen_subcommand_from fill' -l strict -d 'A value that does not take the form of its place is an error'
complete -c lectern -n '__fish_seen_subcommand_from fill' -l values-format -x -a 'csv json' -d 'Rows: how they are written'
complete -c lectern -n '__fish_seen_subcommand_from fill' -l values-encoding -x -a $encodings -d 'Rows: their encoding'
complete -c lectern -n '__fish_seen_subcommand_from fill' -l separator -x -a 'tab' -d 'Rows: what parts the cells'
complete -c lectern -n '__fish_seen_subcommand_from fill' -s j -l jobs -x -d 'Rows: work on so many at once'
complete -c lectern -n '__fish_seen_subcommand_from fill' -l resume -d 'Rows: keep files that are there and whole'
complete -c lectern -n '__fish_seen_subcommand_from fill' -l force -d 'Rows: replace files that are there'
complete -c lectern -n '__fish_seen_subcommand_from fill' -l dry-run -d 'Rows: print the names of the files'

complete -c lectern -n '__fish_seen_subcommand_from edit renumber restyle tidy' -l diff -d 'Show what changes'
complete -c lectern -n '__fish_seen_subcommand_from edit renumber restyle tidy' -s i -l in-place -d 'Write what comes of a file back into it'
complete -c lectern -n '__fish_seen_subcommand_from edit renumber restyle tidy' -s o -l output -r -F -d 'Where to write'
complete -c lectern -n '__fish_seen_subcommand_from renumber restyle' -l node -x -d 'A series or section, by its path'
complete -c lectern -n '__fish_seen_subcommand_from restyle' -l series -x -d 'The series of this number'
complete -c lectern -n '__fish_seen_subcommand_from restyle' -l level -x -d 'All headings of this level'
complete -c lectern -n '__fish_seen_subcommand_from restyle' -a '一是 一要 第一， 首先， （一） 1. ①' -d 'Numbering'
complete -c lectern -n '__fish_seen_subcommand_from tidy' -l boilerplate -d 'Take out adverts, footers, page numbers'
complete -c lectern -n '__fish_seen_subcommand_from tidy' -l rejoin -d 'Join lines that are cut in mid-sentence'
complete -c lectern -n '__fish_seen_subcommand_from tidy' -l redactions -d 'Put back words that were taken out'
complete -c lectern -n '__fish_seen_subcommand_from tidy' -l width -x -a 'full half' -d 'The width of punctuation'

complete -c lectern -n '__fish_seen_subcommand_from convert outline' -l indented -d 'One entry a line, indented by level'
complete -c lectern -n '__fish_seen_subcommand_from outline' -s i

complete -c lectern -n '__fish_seen_subcommand_from time' -s r -l rate -x -d 'Characters in a minute'
complete -c lectern -n '__fish_seen_subcommand_from time' -l paragraph-pause -x -d 'The pause before a paragraph'
complete -c lectern -n '__fish_seen_subcommand_from time' -l point-pause -x -d 'The pause before a point within a line'
complete -c lectern -n '__fish_seen_subcommand_from time' -l title -d 'The title is spoken too'
complete -c lectern -n '__fish_seen_subcommand_from time' -s l -l level -x -d 'Only sections down to this level'
complete -c lectern -n '__fish_seen_subcommand_from time' -l profile -r -F -d 'The house profile'
complete -c lectern -n '__fish_seen_subcommand_from time' -l format -x -a 'text json' -d 'How times are told'
complete -c lectern -n '__fish_seen_subcommand_from fill assemble' -s f -l fragments -r -d 'Where the fragments are'
complete -c lectern -n '__fish_seen_subcommand_from assemble' -s s -l set -x -d 'A value, NAME=VALUE'
complete -c lectern -n '__fish_seen_subcommand_from assemble' -s V -l values -r -d 'Values by name'
complete -c lectern -n '__fish_seen_subcommand_from assemble' -s o -l output -r -d 'Where to write'
complete -c lectern -n '__fish_seen_subcommand_from assemble' -l to -x -a 'text xml outline json' -d 'What to write'
complete -c lectern -n '__fish_seen_subcommand_from assemble' -s l -l list -d 'List the values that are asked for'
complete -c lectern -n '__fish_seen_subcommand_from assemble' -l outline -d 'Write the outline in place of the speech'
complete -c lectern -n '__fish_seen_subcommand_from fragments' -s t -l tag -x -d 'Only those with this tag'
complete -c lectern -n '__fish_seen_subcommand_from fragments' -s n -l needs -x -d 'Only those that ask for this value'
