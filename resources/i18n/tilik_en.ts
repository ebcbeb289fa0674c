<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message numerus="yes">
        <source>Adding %n source(s)</source>
        <translation>
            <numerusform>Adding %n source</numerusform>
            <numerusform>Adding %n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleMenu</name>
    <message numerus="yes">
        <source>&amp;Export %n article(s)…</source>
        <translation>
            <numerusform>&amp;Export %n article…</numerusform>
            <numerusform>&amp;Export %n articles…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Fetch %n text(s)</source>
        <translation>
            <numerusform>&amp;Fetch %n text</numerusform>
            <numerusform>&amp;Fetch %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n article(s) to {0}</source>
        <translation>
            <numerusform>Move %n article to {0}</numerusform>
            <numerusform>Move %n articles to {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message numerus="yes">
        <source>Show all (%n)</source>
        <translation>
            <numerusform>Show all (%n)</numerusform>
            <numerusform>Show all (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChainPage</name>
    <message numerus="yes">
        <source>%n independent source(s)</source>
        <translation>
            <numerusform>%n independent source</numerusform>
            <numerusform>%n independent sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsPage</name>
    <message numerus="yes">
        <source>%n denial(s) are linked to no claim yet: </source>
        <translation>
            <numerusform>%n denial is linked to no claim yet: </numerusform>
            <numerusform>%n denials are linked to no claim yet: </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compaction</name>
    <message numerus="yes">
        <source>%n step(s) older than {0} days can no longer be taken back; they stay in the history.</source>
        <translation>
            <numerusform>%n step older than {0} days can no longer be taken back; it stays in the history.</numerusform>
            <numerusform>%n steps older than {0} days can no longer be taken back; they stay in the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%n place differs</numerusform>
            <numerusform>%n places differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) touched</source>
        <translation>
            <numerusform>%n mark touched</numerusform>
            <numerusform>%n marks touched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Damages</name>
    <message numerus="yes">
        <source>The library is damaged, in %n place(s): {0}</source>
        <translation>
            <numerusform>The library is damaged, in %n place: {0}</numerusform>
            <numerusform>The library is damaged, in %n places: {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Encryption</name>
    <message numerus="yes">
        <source>%n backup(s) in {0}</source>
        <translation>
            <numerusform>%n backup in {0}</numerusform>
            <numerusform>%n backups in {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) of which a part is missing since they were added:</source>
        <translation>
            <numerusform>%n text of which a part is missing since it was added:</numerusform>
            <numerusform>%n texts of which a part is missing since they were added:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fetching</name>
    <message numerus="yes">
        <source>Fetching %n text(s)</source>
        <translation>
            <numerusform>Fetching %n text</numerusform>
            <numerusform>Fetching %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message numerus="yes">
        <source>%n article(s) added</source>
        <translation>
            <numerusform>%n article added</numerusform>
            <numerusform>%n articles added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftOutDrawer</name>
    <message numerus="yes">
        <source>Left out of this article: %n block(s)</source>
        <translation>
            <numerusform>Left out of this article: %n block</numerusform>
            <numerusform>Left out of this article: %n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n hit(s)</source>
        <translation>
            <numerusform>The first hit</numerusform>
            <numerusform>The first %n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n article(s) to {0}</source>
        <translation>
            <numerusform>Moved %n article to {0}</numerusform>
            <numerusform>Moved %n articles to {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message numerus="yes">
        <source>%n more part(ies) are not shown: choose fewer articles.</source>
        <translation>
            <numerusform>%n more party is not shown: choose fewer articles.</numerusform>
            <numerusform>%n more parties are not shown: choose fewer articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PanelHead</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) with no card of their own: choose their label to see them</source>
        <translation>
            <numerusform>%n mark with no card of its own: choose its label to see it</numerusform>
            <numerusform>%n marks with no card of their own: choose their label to see them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleBox</name>
    <message numerus="yes">
        <source>%n mark(s) not shown on the page</source>
        <translation>
            <numerusform>%n mark not shown on the page</numerusform>
            <numerusform>%n marks not shown on the page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecleanReport</name>
    <message numerus="yes">
        <source>%n article(s) cleaned again</source>
        <translation>
            <numerusform>%n article cleaned again</numerusform>
            <numerusform>%n articles cleaned again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read differently</source>
        <translation>
            <numerusform>%n reads differently</numerusform>
            <numerusform>%n read differently</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) to look at</source>
        <translation>
            <numerusform>%n mark to look at</numerusform>
            <numerusform>%n marks to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recleaning</name>
    <message numerus="yes">
        <source>%n article(s) were cleaned by another version of Tilik.</source>
        <translation>
            <numerusform>%n article was cleaned by another version of Tilik.</numerusform>
            <numerusform>%n articles were cleaned by another version of Tilik.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cleaning %n article(s) again</source>
        <translation>
            <numerusform>Cleaning %n article again</numerusform>
            <numerusform>Cleaning %n articles again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) cleaned again: see what would change</source>
        <translation>
            <numerusform>%n article cleaned again: see what would change</numerusform>
            <numerusform>%n articles cleaned again: see what would change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevisionBar</name>
    <message numerus="yes">
        <source>%n mark(s) to look at</source>
        <translation>
            <numerusform>%n mark to look at</numerusform>
            <numerusform>%n marks to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetPreview</name>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n new article</numerusform>
            <numerusform>%n new articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new mark(s)</source>
        <translation>
            <numerusform>%n new mark</numerusform>
            <numerusform>%n new marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new link(s)</source>
        <translation>
            <numerusform>%n new link</numerusform>
            <numerusform>%n new links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s)</source>
        <translation>
            <numerusform>%n differs</numerusform>
            <numerusform>%n differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put elsewhere</source>
        <translation>
            <numerusform>%n put elsewhere</numerusform>
            <numerusform>%n put elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit</source>
        <translation>
            <numerusform>%n does not fit</numerusform>
            <numerusform>%n do not fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message numerus="yes">
        <source>%n claims are chosen.

M makes them one.</source>
        <translation>
            <numerusform>%n claim is chosen.</numerusform>
            <numerusform>%n claims are chosen.

M makes them one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sources are chosen.

M makes them one.</source>
        <translation>
            <numerusform>%n source is chosen.</numerusform>
            <numerusform>%n sources are chosen.

M makes them one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out of this page: %n block(s)</source>
        <translation>
            <numerusform>Left out of this page: %n block</numerusform>
            <numerusform>Left out of this page: %n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (and %n more)</numerusform>
            <numerusform> (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message numerus="yes">
        <source>&amp;Also delete it from %n backup(s), which are written anew</source>
        <translation>
            <numerusform>&amp;Also delete it from %n backup, which is written anew</numerusform>
            <numerusform>&amp;Also delete it from %n backups, which are written anew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n article(s) for good?</source>
        <translation>
            <numerusform>Delete %n article for good?</numerusform>
            <numerusform>Delete %n articles for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n mark(s) for good?</source>
        <translation>
            <numerusform>Delete %n mark for good?</numerusform>
            <numerusform>Delete %n marks for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the note(s) of %n mark(s) for good?</source>
        <translation>
            <numerusform>Delete the note of %n mark for good?</numerusform>
            <numerusform>Delete the notes of %n marks for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n claim(s) for good?</source>
        <translation>
            <numerusform>Delete %n claim for good?</numerusform>
            <numerusform>Delete %n claims for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n article(s) for good</source>
        <translation>
            <numerusform>Deleting %n article for good</numerusform>
            <numerusform>Deleting %n articles for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) deleted for good.</source>
        <translation>
            <numerusform>%n article deleted for good.</numerusform>
            <numerusform>%n articles deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message numerus="yes">
        <source>Undo %n step(s) of “{0}”, back to and with “{1}”?</source>
        <translation>
            <numerusform>Undo %n step of “{0}”, “{1}”?</numerusform>
            <numerusform>Undo %n steps of “{0}”, back to and with “{1}”?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) go from the list, with their marks.</source>
        <translation>
            <numerusform>%n article goes from the list, with its marks.</numerusform>
            <numerusform>%n articles go from the list, with their marks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) come back to the list.</source>
        <translation>
            <numerusform>%n article comes back to the list.</numerusform>
            <numerusform>%n articles come back to the list.</numerusform>
        </translation>
    </message>
</context>
</TS>
