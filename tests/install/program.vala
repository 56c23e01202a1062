// SPDX-License-Identifier: LGPL-2.1-or-later
// The same as program.c, in Vala.

Lectern.Document assemble () throws Error {
    var b = new Lectern.Builder ("zh-Hans");
    b.add_title ("在全镇修渠动员会上的讲话");
    b.add_salutation ("乡亲们：");
    b.begin (Lectern.NodeKind.SECTION);
    b.add_heading ("渠为什么要修");
    b.begin_series (new Lectern.Numbering.from_marker ("一是"));
    b.add_point ("渠老了。", "漏水的地方一年比一年多。");
    b.begin (Lectern.NodeKind.POINT);
    b.add_placeholder ("亩数", Lectern.PLACEHOLDER_COUNT, "X");
    b.add_text ("亩田等着水。".data);
    b.end ();
    b.end ();
    b.end ();
    b.begin (Lectern.NodeKind.SECTION);
    b.add_heading ("渠怎么修");
    b.add_paragraph ("先修上游，再修下游。");
    b.end ();
    b.add_thanks ("谢谢大家！");
    return b.finish ();
}

void walk (Lectern.Document document) {
    var walker = new Lectern.Walker (document.get_root ());
    var depth = 0;
    Lectern.Event event;
    while ((event = walker.next ()) != Lectern.Event.NONE) {
        if (event == Lectern.Event.LEAVE) {
            depth--;
        } else if (event == Lectern.Event.ENTER) {
            var element = walker.get_node ().get_kind ().get_element ();
            stdout.printf ("%s%s\n", string.nfill (2 * depth, ' '), element);
            depth++;
        }
    }
}

int main () {
    try {
        var text = assemble ().to_text ();
        stdout.write (text.get_data ());
        var read = new Lectern.Document.from_text (text);
        var again = new Lectern.Document.from_xml (read.to_xml ());
        walk (read);
        var same = again.to_text ().compare (text) == 0;
        stdout.printf ("back: %s\n", same ? "the same" : "another text");
    } catch (Error error) {
        stderr.printf ("%s\n", error.message);
        return 1;
    }
    return 0;
}
