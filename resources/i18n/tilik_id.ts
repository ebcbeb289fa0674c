<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Tilik</source>
        <translation>Tentang Tilik</translation>
    </message>
    <message>
        <source>Read saved articles clean, mark who claims, says and denies what, hand on the set.</source>
        <translation>Baca artikel tersimpan dengan bersih, tandai siapa mengklaim, mengatakan, dan membantah apa, lalu bagikan setnya.</translation>
    </message>
    <message>
        <source>Your library: {0}</source>
        <translation>Pustaka Anda: {0}</translation>
    </message>
    <message>
        <source>Nothing is fetched while you read. MIT licence. Qt {0}, PySide6 (LGPL).</source>
        <translation>Tidak ada yang diambil dari jaringan saat Anda membaca. Lisensi MIT. Qt {0}, PySide6 (LGPL).</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Tutup (Esc)</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sunting</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Tampilan</translation>
    </message>
    <message>
        <source>A&amp;rticle</source>
        <translation>A&amp;rtikel</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>&amp;Anotasi</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ba&amp;ntuan</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Kertas</translation>
    </message>
    <message>
        <source>&amp;Move to</source>
        <translation>&amp;Pindahkan ke</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Tambah ber&amp;kas…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>Tambah f&amp;older…</translation>
    </message>
    <message>
        <source>Add &amp;address…</source>
        <translation>Tambah &amp;alamat…</translation>
    </message>
    <message>
        <source>&amp;Paste as article</source>
        <translation>Temp&amp;el sebagai artikel</translation>
    </message>
    <message>
        <source>&amp;Import annotated set…</source>
        <translation>&amp;Impor set anotasi…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>Eks&amp;por…</translation>
    </message>
    <message>
        <source>Save the ori&amp;ginal page…</source>
        <translation>Simpan &amp;halaman asli…</translation>
    </message>
    <message>
        <source>&amp;Back up the library</source>
        <translation>&amp;Cadangkan pustaka</translation>
    </message>
    <message>
        <source>&amp;Check the library</source>
        <translation>Perik&amp;sa pustaka</translation>
    </message>
    <message>
        <source>Clean articles agai&amp;n…</source>
        <translation>Bersihkan artikel &amp;lagi…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Pen&amp;gaturan…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Kelua&amp;r</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>U&amp;langi</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Find in article</source>
        <translation>&amp;Cari di artikel</translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation>Cari di &amp;pustaka</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>Palet p&amp;erintah…</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Pustaka</translation>
    </message>
    <message>
        <source>&amp;Annotations</source>
        <translation>&amp;Anotasi</translation>
    </message>
    <message>
        <source>&amp;Focus mode</source>
        <translation>Mode &amp;fokus</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Panel &amp;berikutnya</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Per&amp;besar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Perke&amp;cil</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>&amp;Ukuran biasa</translation>
    </message>
    <message>
        <source>&amp;Reading face…</source>
        <translation>&amp;Huruf bacaan…</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Ikuti &amp;sistem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Terang</translation>
    </message>
    <message>
        <source>S&amp;epia</source>
        <translation>S&amp;epia</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Gelap</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>&amp;Kontras tinggi</translation>
    </message>
    <message>
        <source>&amp;Hide marks</source>
        <translation>Se&amp;mbunyikan tanda</translation>
    </message>
    <message>
        <source>Lef&amp;t out of this page</source>
        <translation>Yang &amp;tidak dimuat</translation>
    </message>
    <message>
        <source>&amp;Next sentence</source>
        <translation>Kalimat &amp;berikutnya</translation>
    </message>
    <message>
        <source>&amp;Previous sentence</source>
        <translation>Kalimat &amp;sebelumnya</translation>
    </message>
    <message>
        <source>&amp;Extend to the next sentence</source>
        <translation>Pe&amp;rluas ke kalimat berikutnya</translation>
    </message>
    <message>
        <source>E&amp;xtend to the previous sentence</source>
        <translation>Per&amp;luas ke kalimat sebelumnya</translation>
    </message>
    <message>
        <source>Next &amp;article</source>
        <translation>Artikel b&amp;erikutnya</translation>
    </message>
    <message>
        <source>P&amp;revious article</source>
        <translation>Artikel sebel&amp;umnya</translation>
    </message>
    <message>
        <source>Ta&amp;ke this block out</source>
        <translation>&amp;Keluarkan bagian ini</translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>&amp;Masuk</translation>
    </message>
    <message>
        <source>&amp;Reading</source>
        <translation>&amp;Dibaca</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Selesai</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Arsip</translation>
    </message>
    <message>
        <source>&amp;Trash</source>
        <translation>&amp;Sampah</translation>
    </message>
    <message>
        <source>Mark &amp;with the last label</source>
        <translation>Tandai dengan label &amp;terakhir</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>Ta&amp;g</translation>
    </message>
    <message>
        <source>&amp;Link to another mark</source>
        <translation>Tau&amp;tkan ke tanda lain</translation>
    </message>
    <message>
        <source>&amp;Delete mark</source>
        <translation>&amp;Hapus tanda</translation>
    </message>
    <message>
        <source>&amp;Find in the marks</source>
        <translation>Cari &amp;dalam tanda</translation>
    </message>
    <message>
        <source>Order mar&amp;ks by time or place</source>
        <translation>&amp;Urutkan tanda menurut waktu atau tempat</translation>
    </message>
    <message>
        <source>Next &amp;mark</source>
        <translation>Tanda &amp;berikutnya</translation>
    </message>
    <message>
        <source>&amp;Previous mark</source>
        <translation>Tanda &amp;sebelumnya</translation>
    </message>
    <message>
        <source>Start one word &amp;earlier</source>
        <translation>&amp;Awal mundur satu kata</translation>
    </message>
    <message>
        <source>Start one word l&amp;ater</source>
        <translation>Awal &amp;maju satu kata</translation>
    </message>
    <message>
        <source>End one word ea&amp;rlier</source>
        <translation>Akhi&amp;r mundur satu kata</translation>
    </message>
    <message>
        <source>End &amp;one word later</source>
        <translation>Akhir ma&amp;ju satu kata</translation>
    </message>
    <message>
        <source>Edit la&amp;bels…</source>
        <translation>Sunting &amp;label…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tombol</translation>
    </message>
    <message>
        <source>Add the &amp;sample articles</source>
        <translation>Tambahkan artikel &amp;contoh</translation>
    </message>
    <message>
        <source>&amp;About Tilik</source>
        <translation>T&amp;entang Tilik</translation>
    </message>
    <message>
        <source>Mark as {0}</source>
        <translation>Tandai sebagai {0}</translation>
    </message>
    <message>
        <source>Change to {0}</source>
        <translation>Ubah menjadi {0}</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Add files</source>
        <translation>Tambah berkas</translation>
    </message>
    <message>
        <source>Pages and texts (*.html *.htm *.xhtml *.txt *.text *.md *.markdown);;All files (*)</source>
        <translation>Halaman dan teks (*.html *.htm *.xhtml *.txt *.text *.md *.markdown);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Tambah folder</translation>
    </message>
    <message>
        <source>Add address</source>
        <translation>Tambah alamat</translation>
    </message>
    <message>
        <source>Address of the page (it is fetched once, now):</source>
        <translation>Alamat halaman (diambil satu kali, sekarang):</translation>
    </message>
    <message>
        <source>Import annotated set</source>
        <translation>Impor set anotasi</translation>
    </message>
    <message>
        <source>Annotated sets (*.jsonl *.jsonld *.json);;All files (*)</source>
        <translation>Set anotasi (*.jsonl *.jsonld *.json);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>Adding the samples</source>
        <translation>Menambahkan contoh</translation>
    </message>
    <message>
        <source>The sample articles are missing from this installation ({0}).</source>
        <translation>Artikel contoh tidak ada dalam instalasi ini ({0}).</translation>
    </message>
    <message numerus="yes">
        <source>Adding %n source(s)</source>
        <translation>
            <numerusform>Menambahkan %n sumber</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing {0}</source>
        <translation>Mengimpor {0}</translation>
    </message>
    <message>
        <source>This library can only be read; nothing was added.</source>
        <translation>Pustaka ini hanya bisa dibaca; tidak ada yang ditambahkan.</translation>
    </message>
</context>
<context>
    <name>AnnotationModel</name>
    <message>
        <source>a mark that is gone</source>
        <translation>tanda yang sudah tiada</translation>
    </message>
</context>
<context>
    <name>AnnotationPanel</name>
    <message>
        <source>Enter goes to the place in the text; Ctrl and Shift choose several</source>
        <translation>Enter menuju tempatnya dalam teks; Ctrl dan Shift memilih beberapa</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anotasi</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <source>{0} min</source>
        <translation>{0} mnt</translation>
    </message>
    <message>
        <source>{0} (inferred)</source>
        <translation>{0} (perkiraan)</translation>
    </message>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>diarsipkan</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>di sampah</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
</context>
<context>
    <name>ArticleMeta</name>
    <message>
        <source>(stated)</source>
        <translation>(tertulis)</translation>
    </message>
    <message>
        <source>(inferred)</source>
        <translation>(perkiraan)</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} mnt</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>oleh {0}</translation>
    </message>
    <message>
        <source>captured {0}</source>
        <translation>diambil {0}</translation>
    </message>
</context>
<context>
    <name>ArticlePage</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>A picture that was not kept</source>
        <translation>Gambar yang tidak disimpan</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Copy the link&apos;s address</source>
        <translation>Salin alamat tautan</translation>
    </message>
    <message>
        <source>Select the sentence</source>
        <translation>Pilih kalimat ini</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close the message</source>
        <translation>Tutup pesan</translation>
    </message>
    <message>
        <source>Close the message (Esc)</source>
        <translation>Tutup pesan (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>Show all (%n)</source>
        <translation>
            <numerusform>Tampilkan semua (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Only read</source>
        <translation>Baca saja</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>This article has no original page.</source>
        <translation>Artikel ini tidak punya halaman asli.</translation>
    </message>
    <message>
        <source>Save the original page</source>
        <translation>Simpan halaman asli</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>{0} tidak dapat ditulis: {1}</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>{0} disimpan</translation>
    </message>
    <message>
        <source>Backed up to {0}</source>
        <translation>Dicadangkan ke {0}</translation>
    </message>
    <message>
        <source>The library is sound.</source>
        <translation>Pustaka dalam keadaan baik.</translation>
    </message>
    <message>
        <source>Problems in the library:</source>
        <translation>Masalah dalam pustaka:</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Tampilkan di folder</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Artikel ini</translation>
    </message>
    <message>
        <source>The chosen articles</source>
        <translation>Artikel yang dipilih</translation>
    </message>
    <message>
        <source>The articles of the list</source>
        <translation>Artikel dalam daftar</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>Seluruh pustaka</translation>
    </message>
    <message>
        <source>Exporting {0}</source>
        <translation>Mengekspor {0}</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>Diekspor ke {0}</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Dibatalkan; tidak ada yang ditulis.</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Choose a sentence of the block first (J or K), or select words in it.</source>
        <translation>Pilih dulu sebuah kalimat di bagian itu (J atau K), atau pilih kata di dalamnya.</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Add article</source>
        <translation>Tambah artikel</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>Hapus tanda</translation>
    </message>
    <message>
        <source>Adjust mark</source>
        <translation>Sesuaikan tanda</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Sunting catatan</translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation>Sunting tag</translation>
    </message>
    <message>
        <source>Link marks</source>
        <translation>Tautkan tanda</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>Hapus tautan</translation>
    </message>
    <message>
        <source>Edit labels</source>
        <translation>Sunting label</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Clean again</source>
        <translation>Bersihkan lagi</translation>
    </message>
    <message>
        <source>Import set</source>
        <translation>Impor set</translation>
    </message>
    <message>
        <source>Move to inbox</source>
        <translation>Pindahkan ke masuk</translation>
    </message>
    <message>
        <source>Move to reading</source>
        <translation>Pindahkan ke dibaca</translation>
    </message>
    <message>
        <source>Move to done</source>
        <translation>Pindahkan ke selesai</translation>
    </message>
    <message>
        <source>Move to archived</source>
        <translation>Pindahkan ke arsip</translation>
    </message>
    <message>
        <source>Move to trashed</source>
        <translation>Pindahkan ke sampah</translation>
    </message>
    <message>
        <source>Mark as {0}</source>
        <translation>Tandai sebagai {0}</translation>
    </message>
    <message>
        <source>Change to {0}</source>
        <translation>Ubah menjadi {0}</translation>
    </message>
    <message>
        <source>Delete {0} marks</source>
        <translation>Hapus {0} tanda</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Your library is empty.

Drop saved pages, folders or links here, or paste with Ctrl+V.</source>
        <translation>Pustaka Anda kosong.

Jatuhkan halaman tersimpan, folder, atau tautan di sini, atau tempel dengan Ctrl+V.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Tambah berkas…</translation>
    </message>
    <message>
        <source>Add saved pages or texts (Ctrl+O)</source>
        <translation>Tambah halaman tersimpan atau teks (Ctrl+O)</translation>
    </message>
    <message>
        <source>Add the samples</source>
        <translation>Tambahkan contoh</translation>
    </message>
    <message>
        <source>Add the sample articles that come with Tilik</source>
        <translation>Tambahkan artikel contoh bawaan Tilik</translation>
    </message>
</context>
<context>
    <name>EmptyMarks</name>
    <message>
        <source>Clear filter</source>
        <translation>Hapus penyaring</translation>
    </message>
    <message>
        <source>Show all marks again</source>
        <translation>Tampilkan lagi semua tanda</translation>
    </message>
    <message>
        <source>Open an article to see its marks here.</source>
        <translation>Buka sebuah artikel untuk melihat tandanya di sini.</translation>
    </message>
    <message>
        <source>No marks yet. Select words and press a key:</source>
        <translation>Belum ada tanda. Pilih kata lalu tekan satu tombol:</translation>
    </message>
    <message>
        <source>With nothing selected, J and K choose a sentence.</source>
        <translation>Bila tak ada yang dipilih, J dan K memilih kalimat.</translation>
    </message>
    <message>
        <source>No mark has “{0}” in its words, note or tags.</source>
        <translation>Tak ada tanda dengan “{0}” dalam kata, catatan, atau tagnya.</translation>
    </message>
    <message>
        <source>No mark has this label.</source>
        <translation>Tak ada tanda dengan label ini.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>How the file begins</source>
        <translation>Awal berkas</translation>
    </message>
    <message>
        <source>How the file begins:</source>
        <translation>Awal berkas:</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>Eks&amp;por…</translation>
    </message>
    <message>
        <source>Choose the file and write it</source>
        <translation>Pilih berkas dan tulis</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>Jangan tulis apa-apa (Esc)</translation>
    </message>
    <message>
        <source>More than {0} articles: losses are told after writing.</source>
        <translation>Lebih dari {0} artikel: yang hilang diberitahukan setelah ditulis.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n tanda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n tautan</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>What will be lost:</source>
        <translation>Yang akan hilang:</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in article</source>
        <translation>Cari dalam artikel</translation>
    </message>
    <message>
        <source>Words to find (Enter next, Shift+Enter before, Esc closes)</source>
        <translation>Kata yang dicari (Enter berikutnya, Shift+Enter sebelumnya, Esc menutup)</translation>
    </message>
    <message>
        <source>The place before (Shift+Enter)</source>
        <translation>Tempat sebelumnya (Shift+Enter)</translation>
    </message>
    <message>
        <source>The next place (Enter)</source>
        <translation>Tempat berikutnya (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Tutup (Esc)</translation>
    </message>
    <message>
        <source>not in this article</source>
        <translation>tidak ada dalam artikel ini</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} dari {1}</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>More labels</source>
        <translation>Label lainnya</translation>
    </message>
    <message>
        <source>Search articles, marks and notes   {0}</source>
        <translation>Cari artikel, tanda, dan catatan   {0}</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Cari di pustaka</translation>
    </message>
    <message>
        <source>Search articles, marks and notes</source>
        <translation>Cari artikel, tanda, dan catatan</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>What was added</source>
        <translation>Yang ditambahkan</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Every source with what became of it</source>
        <translation>Setiap sumber dan apa hasilnya</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Salin laporan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Close the report (Esc)</source>
        <translation>Tutup laporan (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n ditambahkan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n sudah ada</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gagal</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. Until then: {0}</source>
        <translation>Dibatalkan. Sampai saat itu: {0}</translation>
    </message>
    <message>
        <source>Failed, and nothing of it was kept:</source>
        <translation>Gagal, dan tidak ada yang disimpan:</translation>
    </message>
    <message>
        <source>Already here (same content):</source>
        <translation>Sudah ada (isi sama):</translation>
    </message>
    <message>
        <source>Added:</source>
        <translation>Ditambahkan:</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Link</source>
        <translation>Tautkan</translation>
    </message>
    <message>
        <source>Link to another mark (L)</source>
        <translation>Tautkan ke tanda lain (L)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Delete, undo brings it back (Del)</source>
        <translation>Hapus, urungkan mengembalikannya (Del)</translation>
    </message>
    <message>
        <source>{0} marks chosen</source>
        <translation>{0} tanda dipilih</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n potong</numerusform>
        </translation>
    </message>
    <message>
        <source>Change to {0}</source>
        <translation>Ubah menjadi {0}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>Persempit daftar</translation>
    </message>
    <message>
        <source>Show only the actions that hold these words</source>
        <translation>Tampilkan hanya tindakan yang memuat kata-kata ini</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Every action with its keys</source>
        <translation>Setiap tindakan dengan tombolnya</translation>
    </message>
</context>
<context>
    <name>LabelEditor</name>
    <message>
        <source>Labels</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Garis</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Tambah label</translation>
    </message>
    <message>
        <source>A label of your own</source>
        <translation>Label Anda sendiri</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Remove the chosen label (built-in ones stay)</source>
        <translation>Hapus label yang dipilih (yang bawaan tetap ada)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Save the labels (one step of undo)</source>
        <translation>Simpan label (satu langkah urung)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Jangan ubah apa pun (Esc)</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Biru</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Kuning</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Merah muda</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Hijau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Ungu</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Biru kehijauan</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Cokelat</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Abu-abu</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Utuh</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>Titik</translation>
    </message>
    <message>
        <source>Wavy</source>
        <translation>Gelombang</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Putus-putus</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>Ganda</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Label baru</translation>
    </message>
    <message>
        <source>{0} stays: a mark carries it.</source>
        <translation>{0} tetap ada: ada tanda yang memakainya.</translation>
    </message>
    <message>
        <source>Every label needs a name.</source>
        <translation>Setiap label perlu nama.</translation>
    </message>
    <message>
        <source>{0}: the key {1} is taken ({2}).</source>
        <translation>{0}: tombol {1} sudah dipakai ({2}).</translation>
    </message>
</context>
<context>
    <name>LabelPreview</name>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>The label on each paper</source>
        <translation>Label pada setiap kertas</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Claim</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Denial</source>
        <translation>Bantahan</translation>
    </message>
</context>
<context>
    <name>LeftOutDrawer</name>
    <message>
        <source>Find in what was left out</source>
        <translation>Cari di yang tidak dimuat</translation>
    </message>
    <message>
        <source>Show only the blocks that hold these words</source>
        <translation>Tampilkan hanya blok yang memuat kata-kata ini</translation>
    </message>
    <message>
        <source>Blocks that were left out</source>
        <translation>Blok yang tidak dimuat</translation>
    </message>
    <message>
        <source>Put back (P)</source>
        <translation>Kembalikan (P)</translation>
    </message>
    <message>
        <source>Take out (X)</source>
        <translation>Keluarkan (X)</translation>
    </message>
    <message>
        <source>Put the chosen block back</source>
        <translation>Kembalikan blok yang dipilih</translation>
    </message>
    <message>
        <source>Take the chosen block out</source>
        <translation>Keluarkan bagian terpilih</translation>
    </message>
    <message>
        <source>Leave the chosen block out of the article (X)</source>
        <translation>Sisihkan bagian terpilih dari artikel (X)</translation>
    </message>
    <message>
        <source>Put the chosen block back into the article, where it stood (P)</source>
        <translation>Kembalikan blok yang dipilih ke tempatnya dalam artikel (P)</translation>
    </message>
    <message>
        <source>Close the drawer</source>
        <translation>Tutup laci</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>&amp;Seluruh halaman</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Seluruh halaman</translation>
    </message>
    <message>
        <source>Show the blocks of the article between those that were left out (Alt+W)</source>
        <translation>Tampilkan bagian artikel di antara yang disisihkan (Alt+S)</translation>
    </message>
    <message>
        <source>Blocks of the page (P puts one back, X takes one out, Enter does what fits)</source>
        <translation>Bagian halaman (P mengembalikan, X mengeluarkan, Enter melakukan yang sesuai)</translation>
    </message>
    <message>
        <source>Close the drawer (Esc)</source>
        <translation>Tutup laci (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>Left out of this article: %n block(s)</source>
        <translation>
            <numerusform>Tidak dimuat dari artikel ini: %n blok</numerusform>
        </translation>
    </message>
    <message>
        <source>in the article</source>
        <translation>dalam artikel</translation>
    </message>
    <message>
        <source>[picture]</source>
        <translation>[gambar]</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles (Enter opens, E moves to done, Del to the trash)</source>
        <translation>Artikel (Enter membuka, E memindahkan ke selesai, Del ke sampah)</translation>
    </message>
    <message>
        <source>Newest added first</source>
        <translation>Yang terbaru ditambahkan dulu</translation>
    </message>
    <message>
        <source>Newest published first</source>
        <translation>Yang terbaru terbit dulu</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Menurut judul</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>Menurut situs</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Urutkan</translation>
    </message>
    <message>
        <source>Sort the articles</source>
        <translation>Urutkan artikel</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n temuan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Move to {0}</source>
        <translation>Pindahkan ke {0}</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link</source>
        <translation>Tautkan</translation>
    </message>
    <message>
        <source>This link leads to {0}</source>
        <translation>Tautan ini menuju {0}</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>&amp;Salin alamat</translation>
    </message>
    <message>
        <source>Put the address on the clipboard</source>
        <translation>Taruh alamat di papan klip</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>&amp;Buka di peramban</translation>
    </message>
    <message>
        <source>Leave Tilik and open the address</source>
        <translation>Tinggalkan Tilik dan buka alamatnya</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Do nothing (Esc)</source>
        <translation>Jangan lakukan apa-apa (Esc)</translation>
    </message>
</context>
<context>
    <name>LinkFinder</name>
    <message>
        <source>Make no link (Esc)</source>
        <translation>Jangan buat tautan (Esc)</translation>
    </message>
    <message>
        <source>Make no link</source>
        <translation>Jangan buat tautan</translation>
    </message>
    <message>
        <source>Type words of the other mark</source>
        <translation>Ketik kata dari tanda yang lain</translation>
    </message>
    <message>
        <source>Words of the mark to link to</source>
        <translation>Kata dari tanda tujuan tautan</translation>
    </message>
    <message>
        <source>Arrows choose, Enter links, Esc gives up</source>
        <translation>Panah memilih, Enter menautkan, Esc membatalkan</translation>
    </message>
    <message>
        <source>Kind of link</source>
        <translation>Jenis tautan</translation>
    </message>
    <message>
        <source>What the link says</source>
        <translation>Apa yang dikatakan tautan ini</translation>
    </message>
    <message>
        <source>Marks to link to</source>
        <translation>Tanda yang dapat ditautkan</translation>
    </message>
    <message>
        <source>Link {0}</source>
        <translation>Tautkan {0}</translation>
    </message>
    <message>
        <source>As the labels say</source>
        <translation>Sesuai labelnya</translation>
    </message>
    <message>
        <source>No mark that fits has these words.</source>
        <translation>Tak ada tanda yang cocok dengan kata ini.</translation>
    </message>
    <message>
        <source>There is no mark that fits yet.</source>
        <translation>Belum ada tanda yang cocok.</translation>
    </message>
    <message>
        <source>Last {0}</source>
        <translation>{0} terakhir</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Marks labelled {0} have no links: only claims, sources and denials do.</source>
        <translation>Tanda berlabel {0} tidak punya tautan: hanya klaim, sumber, dan bantahan.</translation>
    </message>
    <message>
        <source>Link this mark: click another one, or type its words and press Enter. Esc gives up.</source>
        <translation>Tautkan tanda ini: klik tanda lain, atau ketik katanya lalu tekan Enter. Esc membatalkan.</translation>
    </message>
    <message>
        <source>No link was made.</source>
        <translation>Tidak ada tautan yang dibuat.</translation>
    </message>
    <message>
        <source>These two marks cannot be linked: their labels do not belong together.</source>
        <translation>Kedua tanda ini tidak bisa ditautkan: labelnya tidak berpasangan.</translation>
    </message>
    <message>
        <source>These two marks are linked like that already.</source>
        <translation>Kedua tanda ini sudah bertautan seperti itu.</translation>
    </message>
    <message>
        <source>Linked: {0} “{1}”</source>
        <translation>Tertaut: {0} “{1}”</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>said by</source>
        <translation>dikatakan oleh</translation>
    </message>
    <message>
        <source>says</source>
        <translation>mengatakan</translation>
    </message>
    <message>
        <source>denies</source>
        <translation>membantah</translation>
    </message>
    <message>
        <source>denied by</source>
        <translation>dibantah oleh</translation>
    </message>
    <message>
        <source>evidence for</source>
        <translation>bukti bagi</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>bukti</translation>
    </message>
    <message>
        <source>same as</source>
        <translation>sama dengan</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Leave focus mode (Esc)</source>
        <translation>Keluar dari mode fokus (Esc)</translation>
    </message>
    <message>
        <source>Leave focus mode</source>
        <translation>Keluar dari mode fokus</translation>
    </message>
    <message>
        <source>This library can only be read. Marks and changes are refused until it can be written.</source>
        <translation>Pustaka ini hanya bisa dibaca. Tanda dan perubahan ditolak sampai pustaka bisa ditulis.</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Diurungkan: {0}</translation>
    </message>
    <message>
        <source>Done again: {0}</source>
        <translation>Diulangi: {0}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>U&amp;langi</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Dibaca</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arsip</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Sampah</translation>
    </message>
    <message>
        <source>Open an article first.</source>
        <translation>Buka dulu sebuah artikel.</translation>
    </message>
    <message>
        <source>Moved to {0}</source>
        <translation>Dipindahkan ke {0}</translation>
    </message>
</context>
<context>
    <name>MarkFields</name>
    <message>
        <source>Note (N)</source>
        <translation>Catatan (N)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Tags (T)</source>
        <translation>Tag (T)</translation>
    </message>
    <message>
        <source>Tags, with commas</source>
        <translation>Tag, dipisah koma</translation>
    </message>
    <message>
        <source>{0}; stored by itself, Esc goes back to the cards</source>
        <translation>{0}; tersimpan sendiri, Esc kembali ke kartu</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Open an article first.</source>
        <translation>Buka dulu sebuah artikel.</translation>
    </message>
    <message>
        <source>There are no words to mark here. Select some, or press J.</source>
        <translation>Tidak ada kata yang bisa ditandai di sini. Pilih kata, atau tekan J.</translation>
    </message>
    <message>
        <source>Marked as {0}</source>
        <translation>Ditandai sebagai {0}</translation>
    </message>
    <message>
        <source>Changed to {0}</source>
        <translation>Diubah menjadi {0}</translation>
    </message>
    <message>
        <source>Mark deleted. Ctrl+Z brings it back.</source>
        <translation>Tanda dihapus. Ctrl+Z mengembalikannya.</translation>
    </message>
    <message>
        <source>{0} marks deleted. Ctrl+Z brings them back.</source>
        <translation>{0} tanda dihapus. Ctrl+Z mengembalikannya.</translation>
    </message>
    <message>
        <source>Choose a mark first, with ] or a click.</source>
        <translation>Pilih dulu sebuah tanda dengan ] atau klik.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>C&amp;hange label</source>
        <translation>&amp;Ubah label</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Ba&amp;hasa</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Terbaru</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Belum ada</translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>Overview of the marks</source>
        <translation>Ikhtisar tanda</translation>
    </message>
    <message>
        <source>Where the marks are; a click goes there</source>
        <translation>Letak tanda-tanda; klik untuk menuju ke sana</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Palet perintah</translation>
    </message>
    <message>
        <source>An action or an article</source>
        <translation>Tindakan atau artikel</translation>
    </message>
    <message>
        <source>Type a few letters; Up and Down choose, Enter does it</source>
        <translation>Ketik beberapa huruf; Atas dan Bawah memilih, Enter menjalankan</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Yang cocok</translation>
    </message>
    <message>
        <source>What fits (Enter does it)</source>
        <translation>Yang cocok (Enter menjalankan)</translation>
    </message>
</context>
<context>
    <name>PanelHead</name>
    <message>
        <source>Order by place in the text, or by the time of marking (O)</source>
        <translation>Urutkan menurut tempat dalam teks atau waktu penandaan (O)</translation>
    </message>
    <message>
        <source>Find in marks, notes and tags</source>
        <translation>Cari dalam tanda, catatan, dan tag</translation>
    </message>
    <message>
        <source>Find in marks, notes and tags (/)</source>
        <translation>Cari dalam tanda, catatan, dan tag (/)</translation>
    </message>
    <message>
        <source>Annotations {0} of {1}</source>
        <translation>Anotasi {0} dari {1}</translation>
    </message>
    <message>
        <source>Annotations {0}</source>
        <translation>Anotasi {0}</translation>
    </message>
    <message>
        <source>Only {0}: {1} of the marks</source>
        <translation>Hanya {0}: {1} tanda</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>Menurut waktu</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Menurut tempat</translation>
    </message>
    <message>
        <source>Order of the cards: {0}</source>
        <translation>Urutan kartu: {0}</translation>
    </message>
</context>
<context>
    <name>ReadingFaceDialog</name>
    <message>
        <source>Reading face</source>
        <translation>Huruf bacaan</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Ikuti sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Huruf</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Tinggi baris</translation>
    </message>
    <message>
        <source>Characters a line</source>
        <translation>Karakter per baris</translation>
    </message>
    <message>
        <source>Letter spacing</source>
        <translation>Jarak huruf</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>Rata kiri-kanan</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Seperti semula</translation>
    </message>
    <message>
        <source>Set everything back but the paper</source>
        <translation>Kembalikan semua kecuali kertas</translation>
    </message>
</context>
<context>
    <name>RecleanReport</name>
    <message>
        <source>Clean again</source>
        <translation>Bersihkan lagi</translation>
    </message>
    <message>
        <source>&amp;Take the new texts</source>
        <translation>&amp;Pakai teks baru</translation>
    </message>
    <message>
        <source>Take the new texts; one undo brings all back</source>
        <translation>Pakai teks baru; satu kali urungkan mengembalikan semuanya</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>Biarkan apa adanya</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Jangan ubah apa pun (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) cleaned again</source>
        <translation>
            <numerusform>%n artikel dibersihkan lagi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read differently</source>
        <translation>
            <numerusform>%n terbaca berbeda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) to look at</source>
        <translation>
            <numerusform>%n tanda perlu dilihat</numerusform>
        </translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>Di tempat</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Pindah</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Hilang</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Yang akan berubah</translation>
    </message>
    <message>
        <source>What would change; the numbers count marks (double click opens the article)</source>
        <translation>Yang akan berubah; angka menghitung tanda (klik ganda membuka artikel)</translation>
    </message>
</context>
<context>
    <name>Recleaning</name>
    <message>
        <source>This library can only be read; nothing was changed.</source>
        <translation>Pustaka ini hanya bisa dibaca; tidak ada yang diubah.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were cleaned by another version of Tilik.</source>
        <translation>
            <numerusform>%n artikel dibersihkan oleh versi Tilik yang lain.</numerusform>
        </translation>
    </message>
    <message>
        <source>See what would change…</source>
        <translation>Lihat yang akan berubah…</translation>
    </message>
    <message>
        <source>Every article was cleaned by this version, or changed by hand.</source>
        <translation>Semua artikel sudah dibersihkan oleh versi ini, atau diubah dengan tangan.</translation>
    </message>
    <message numerus="yes">
        <source>Cleaning %n article(s) again</source>
        <translation>
            <numerusform>Membersihkan %n artikel lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>The new texts were taken; one undo brings the old ones back.</source>
        <translation>Teks baru dipakai; satu kali urungkan mengembalikan yang lama.</translation>
    </message>
</context>
<context>
    <name>RelationRows</name>
    <message>
        <source>and {0} more</source>
        <translation>dan {0} lagi</translation>
    </message>
    <message>
        <source>Go to: {0}</source>
        <translation>Ke: {0}</translation>
    </message>
    <message>
        <source>Go to this mark</source>
        <translation>Ke tanda ini</translation>
    </message>
    <message>
        <source>Remove link: {0}</source>
        <translation>Hapus tautan: {0}</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>Hapus tautan ini</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Search results</source>
        <translation>Hasil pencarian</translation>
    </message>
    <message>
        <source>Search results (Enter opens)</source>
        <translation>Hasil pencarian (Enter membuka)</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>dalam teks</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Tautkan</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings in {0} cannot be read ({1}). The defaults are used.</source>
        <translation>Pengaturan di {0} tidak dapat dibaca ({1}). Nilai bawaan dipakai.</translation>
    </message>
    <message>
        <source>The settings in {0} could not be read ({1}). They were kept as {2}; the defaults are used.</source>
        <translation>Pengaturan di {0} tidak dapat dibaca ({1}). Berkas itu disimpan sebagai {2}; nilai bawaan dipakai.</translation>
    </message>
    <message>
        <source>The settings could not be written to {0}: {1}</source>
        <translation>Pengaturan tidak dapat ditulis ke {0}: {1}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Your name on marks:</source>
        <translation>Nama Anda pada tanda:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Bahasa:</translation>
    </message>
    <message>
        <source>Paper:</source>
        <translation>Kertas:</translation>
    </message>
    <message>
        <source>Library:</source>
        <translation>Pustaka:</translation>
    </message>
    <message>
        <source>Settings file:</source>
        <translation>Berkas pengaturan:</translation>
    </message>
    <message>
        <source>Your name on marks</source>
        <translation>Nama Anda pada tanda</translation>
    </message>
    <message>
        <source>Written on every mark you make, and into the sets you export</source>
        <translation>Ditulis pada setiap tanda yang Anda buat dan dalam set yang Anda ekspor</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>The language of the window</source>
        <translation>Bahasa jendela</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Ikuti sistem</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>The colours of the window and of the page</source>
        <translation>Warna jendela dan halaman</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
</context>
<context>
    <name>StateList</name>
    <message>
        <source>States</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Which articles to show</source>
        <translation>Artikel mana yang ditampilkan</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Semua artikel</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Dibaca</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arsip</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Sampah</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Left out of this page</source>
        <translation>Yang tidak dimuat dari halaman ini</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Bahasa jendela</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Hanya baca</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tersimpan</translation>
    </message>
    <message>
        <source>Every mark is on disk before it is drawn.</source>
        <translation>Setiap tanda sudah tersimpan di disk sebelum digambar.</translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n mnt lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>read to the end</source>
        <translation>sudah sampai akhir</translation>
    </message>
    <message>
        <source>{0} % read</source>
        <translation>{0} % dibaca</translation>
    </message>
    <message numerus="yes">
        <source>Left out of this page: %n block(s)</source>
        <translation>
            <numerusform>Tidak dimuat: %n blok</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping: {0}</source>
        <translation>Menghentikan: {0}</translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (dan %n lagi)</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching {0}</source>
        <translation>Mengambil {0}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Luring</translation>
    </message>
    <message>
        <source>Tilik uses the network only while you add an address.</source>
        <translation>Tilik memakai jaringan hanya saat Anda menambahkan alamat.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Nothing on the desk yet</source>
        <translation>Belum ada apa-apa di meja</translation>
    </message>
    <message>
        <source>Drop saved pages, folders or links here, paste a page or its address with Ctrl+V, or choose an article from the list.</source>
        <translation>Jatuhkan halaman tersimpan, folder, atau tautan di sini, tempel halaman atau alamatnya dengan Ctrl+V, atau pilih artikel dari daftar.</translation>
    </message>
    <message>
        <source>Then read, select words, and press 1 for a claim, 2 for a source, 3 for a denial.</source>
        <translation>Lalu baca, pilih kata, dan tekan 1 untuk klaim, 2 untuk sumber, 3 untuk bantahan.</translation>
    </message>
    <message>
        <source>Add the sample articles</source>
        <translation>Tambahkan artikel contoh</translation>
    </message>
    <message>
        <source>Add files… (Ctrl+O)</source>
        <translation>Tambah berkas… (Ctrl+O)</translation>
    </message>
</context>
</TS>
