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
        <translation>&amp;Tema</translation>
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
        <source>Prin&amp;t…</source>
        <translation>Ce&amp;tak…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Simpan sebagai P&amp;DF…</translation>
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
        <source>Sho&amp;w the last result</source>
        <translation>Tampilka&amp;n hasil terakhir</translation>
    </message>
    <message>
        <source>Open a librar&amp;y…</source>
        <translation>&amp;Buka pustaka…</translation>
    </message>
    <message>
        <source>New &amp;library…</source>
        <translation>Pustaka bar&amp;u…</translation>
    </message>
    <message>
        <source>Bac&amp;k up the library</source>
        <translation>&amp;Cadangkan pustaka</translation>
    </message>
    <message>
        <source>Restore a back&amp;up…</source>
        <translation>Puli&amp;hkan cadangan…</translation>
    </message>
    <message>
        <source>Encrypt this li&amp;brary…</source>
        <translation>En&amp;kripsi pustaka ini…</translation>
    </message>
    <message>
        <source>&amp;Make another passphrase…</source>
        <translation>Ganti frasa sandi…</translation>
    </message>
    <message>
        <source>Fetch the te&amp;xts of all addresses</source>
        <translation>A&amp;mbil teks semua alamat</translation>
    </message>
    <message>
        <source>Empty the tras&amp;h…</source>
        <translation>Kosongkan keranjang sa&amp;mpah…</translation>
    </message>
    <message>
        <source>Hide e&amp;verything</source>
        <translation>Sembunyikan se&amp;mua</translation>
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
        <source>&amp;History…</source>
        <translation>&amp;Riwayat…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>Copy &amp;with source</source>
        <translation>Salin &amp;dengan sumber</translation>
    </message>
    <message>
        <source>&amp;Find in article</source>
        <translation>&amp;Cari di artikel</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Cari beri&amp;kutnya</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Cari sebelu&amp;mnya</translation>
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
        <translation>Perbesa&amp;r</translation>
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
        <source>High &amp;contrast, dark</source>
        <translation>&amp;Kontras tinggi, gelap</translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation>Kontras tinggi, te&amp;rang</translation>
    </message>
    <message>
        <source>&amp;Hide marks</source>
        <translation>Se&amp;mbunyikan tanda</translation>
    </message>
    <message>
        <source>Only the &amp;panel&apos;s label on the page</source>
        <translation>Ha&amp;nya label panel di halaman</translation>
    </message>
    <message>
        <source>Colour marks b&amp;y person</source>
        <translation>Warnai tanda menurut &amp;orang</translation>
    </message>
    <message>
        <source>Show all mar&amp;ks</source>
        <translation>Tampilkan semua tan&amp;da</translation>
    </message>
    <message>
        <source>Lef&amp;t out of this page</source>
        <translation>Yang &amp;tidak dimuat</translation>
    </message>
    <message>
        <source>&amp;Claims board</source>
        <translation>Papan &amp;klaim</translation>
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
        <source>Done, and on to &amp;the next</source>
        <translation>Selesai, lanju&amp;t ke berikutnya</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Mu&amp;ndur</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>Ma&amp;ju</translation>
    </message>
    <message>
        <source>Ta&amp;ke this block out</source>
        <translation>&amp;Keluarkan bagian ini</translation>
    </message>
    <message>
        <source>Correct title, b&amp;yline, date…</source>
        <translation>Betulkan judul, &amp;penulis, tanggal…</translation>
    </message>
    <message>
        <source>Fetc&amp;h the text</source>
        <translation>A&amp;mbil teksnya</translation>
    </message>
    <message>
        <source>&amp;Capture again</source>
        <translation>&amp;Ambil ulang</translation>
    </message>
    <message>
        <source>Capture again from &amp;file…</source>
        <translation>Amb&amp;il ulang dari berkas…</translation>
    </message>
    <message>
        <source>&amp;Marks to look at</source>
        <translation>Tanda yang perlu &amp;dilihat</translation>
    </message>
    <message>
        <source>C&amp;ompare captures…</source>
        <translation>Bandin&amp;gkan pengambilan…</translation>
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
        <translation>Sam&amp;pah</translation>
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
        <translation>Taut&amp;kan ke tanda lain</translation>
    </message>
    <message>
        <source>&amp;Delete mark</source>
        <translation>&amp;Hapus tanda</translation>
    </message>
    <message>
        <source>Mer&amp;ge with the mark beside it</source>
        <translation>Gabu&amp;ngkan dengan tanda di sebelahnya</translation>
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
        <source>Ne&amp;xt linked mark</source>
        <translation>Tanda t&amp;ertaut berikutnya</translation>
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
        <source>&amp;Manual</source>
        <translation>&amp;Panduan</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>Pin&amp;tasan</translation>
    </message>
    <message>
        <source>&amp;Change the keys…</source>
        <translation>&amp;Ubah pintasan…</translation>
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
        <source>Make this mark: {0}</source>
        <translation>Jadikan tanda ini: {0}</translation>
    </message>
    <message>
        <source>Change to {0}</source>
        <translation>Ubah menjadi {0}</translation>
    </message>
    <message>
        <source>Attri&amp;bution</source>
        <translation>Atri&amp;busi</translation>
    </message>
    <message>
        <source>&amp;Certainty</source>
        <translation>&amp;Kepastian</translation>
    </message>
    <message>
        <source>&amp;Stance</source>
        <translation>&amp;Sikap</translation>
    </message>
    <message>
        <source>Cla&amp;im or source</source>
        <translation>Kla&amp;im atau sumber</translation>
    </message>
    <message>
        <source>Attribute: &amp;says</source>
        <translation>Atribusi: &amp;menyatakan</translation>
    </message>
    <message>
        <source>Attribute: &amp;denies</source>
        <translation>Atribusi: mem&amp;bantah</translation>
    </message>
    <message>
        <source>Attribute: thin&amp;ks</source>
        <translation>Atribusi: me&amp;nganggap</translation>
    </message>
    <message>
        <source>Attribute: knows as a &amp;fact</source>
        <translation>Atribusi: mengetahui sebagai &amp;fakta</translation>
    </message>
    <message>
        <source>Attribute: calls for or &amp;promises</source>
        <translation>Atribusi: men&amp;yerukan atau menjanjikan</translation>
    </message>
    <message>
        <source>The words that say so (c&amp;ue)</source>
        <translation>&amp;Kata yang menyatakannya</translation>
    </message>
    <message>
        <source>Said &amp;via whom</source>
        <translation>&amp;Lewat siapa dikatakan</translation>
    </message>
    <message>
        <source>Said &amp;when</source>
        <translation>&amp;Waktu dikatakan</translation>
    </message>
    <message>
        <source>&amp;No source; or the article itself</source>
        <translation>&amp;Tanpa sumber; atau artikel itu sendiri</translation>
    </message>
    <message>
        <source>Same source a&amp;gain</source>
        <translation>&amp;Sumber yang sama lagi</translation>
    </message>
    <message>
        <source>&amp;Reported by the attribution before</source>
        <translation>&amp;Dilaporkan oleh atribusi sebelumnya</translation>
    </message>
    <message>
        <source>Rep&amp;orted by… (click it)</source>
        <translation>Dilap&amp;orkan oleh… (klik)</translation>
    </message>
    <message>
        <source>&amp;More about it</source>
        <translation>Selen&amp;gkapnya tentang atribusi ini</translation>
    </message>
    <message>
        <source>&amp;Certain</source>
        <translation>&amp;Pasti</translation>
    </message>
    <message>
        <source>&amp;Probable</source>
        <translation>&amp;Besar kemungkinannya</translation>
    </message>
    <message>
        <source>P&amp;ossible</source>
        <translation>&amp;Mungkin</translation>
    </message>
    <message>
        <source>Certainly &amp;not</source>
        <translation>Pasti &amp;tidak</translation>
    </message>
    <message>
        <source>Pro&amp;bably not</source>
        <translation>&amp;Kemungkinan besar tidak</translation>
    </message>
    <message>
        <source>Poss&amp;ibly not</source>
        <translation>Mungkin ti&amp;dak</translation>
    </message>
    <message>
        <source>&amp;Sure whether, not which</source>
        <translation>T&amp;ahu, tidak dirinci</translation>
    </message>
    <message>
        <source>No&amp;t committed</source>
        <translation>Tidak men&amp;yatakan sikap</translation>
    </message>
    <message>
        <source>&amp;Supports</source>
        <translation>&amp;Mendukung</translation>
    </message>
    <message>
        <source>&amp;Denies</source>
        <translation>Mem&amp;bantah</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>Mem&amp;pertanyakan</translation>
    </message>
    <message>
        <source>Only &amp;comments</source>
        <translation>&amp;Hanya mengomentari</translation>
    </message>
    <message>
        <source>&amp;New claim or source</source>
        <translation>Klaim atau sumber &amp;baru</translation>
    </message>
    <message>
        <source>The &amp;last claim or source again</source>
        <translation>Klaim atau sumber &amp;terakhir lagi</translation>
    </message>
    <message>
        <source>&amp;Find a claim or source</source>
        <translation>&amp;Cari klaim atau sumber</translation>
    </message>
    <message>
        <source>&amp;More about the claim or source</source>
        <translation>Selen&amp;gkapnya tentang klaim atau sumber</translation>
    </message>
    <message>
        <source>&amp;1 in the list of claims or sources</source>
        <translation>&amp;1 dalam daftar klaim atau sumber</translation>
    </message>
    <message>
        <source>&amp;2 in the list of claims or sources</source>
        <translation>&amp;2 dalam daftar klaim atau sumber</translation>
    </message>
    <message>
        <source>&amp;3 in the list of claims or sources</source>
        <translation>&amp;3 dalam daftar klaim atau sumber</translation>
    </message>
    <message>
        <source>&amp;4 in the list of claims or sources</source>
        <translation>&amp;4 dalam daftar klaim atau sumber</translation>
    </message>
    <message>
        <source>&amp;5 in the list of claims or sources</source>
        <translation>&amp;5 dalam daftar klaim atau sumber</translation>
    </message>
    <message>
        <source>&amp;6 in the list of claims or sources</source>
        <translation>&amp;6 dalam daftar klaim atau sumber</translation>
    </message>
    <message>
        <source>&amp;7 in the list of claims or sources</source>
        <translation>&amp;7 dalam daftar klaim atau sumber</translation>
    </message>
    <message>
        <source>&amp;8 in the list of claims or sources</source>
        <translation>&amp;8 dalam daftar klaim atau sumber</translation>
    </message>
    <message>
        <source>&amp;9 in the list of claims or sources</source>
        <translation>&amp;9 dalam daftar klaim atau sumber</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Add files</source>
        <translation>Tambah berkas</translation>
    </message>
    <message>
        <source>Pages and texts (*.html *.htm *.xhtml *.mht *.mhtml *.htz *.maff *.webarchive *.txt *.text *.md *.markdown *.pdf *.docx *.epub *.srt *.vtt *.warc *.warc.gz *.wacz);;Lists to read (*.csv *.json *.html *.zip *.txt);;All files (*)</source>
        <translation>Halaman dan teks (*.html *.htm *.xhtml *.mht *.mhtml *.htz *.maff *.webarchive *.txt *.text *.md *.markdown *.pdf *.docx *.epub *.srt *.vtt *.warc *.warc.gz *.wacz);;Daftar bacaan (*.csv *.json *.html *.zip *.txt);;Semua berkas (*)</translation>
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
        <source>Annotated sets ({0});;All files (*)</source>
        <translation>Set beranotasi ({0});;Semua berkas (*)</translation>
    </message>
    <message>
        <source>These words stand in the open article already; nothing was added.</source>
        <translation>Kata-kata ini sudah ada di artikel yang terbuka; tidak ada yang ditambahkan.</translation>
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
    <name>AddingLine</name>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
    <message>
        <source>Adding {0} of {1}…</source>
        <translation>Menambahkan {0} dari {1}…</translation>
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
    <name>Annotations</name>
    <message>
        <source>to look at</source>
        <translation>perlu dilihat</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <source>{0} min</source>
        <translation>{0} mnt</translation>
    </message>
    <message>
        <source>to be fetched</source>
        <translation>belum diambil</translation>
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
    <name>ArticleMenu</name>
    <message numerus="yes">
        <source>&amp;Export %n article(s)…</source>
        <translation>
            <numerusform>&amp;Ekspor %n artikel…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export this article…</source>
        <translation>&amp;Ekspor artikel ini…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>&amp;Title, byline, date and address…</source>
        <translation>&amp;Judul, penulis, tanggal, dan alamat…</translation>
    </message>
    <message>
        <source>&amp;Capture again</source>
        <translation>&amp;Ambil ulang</translation>
    </message>
    <message>
        <source>Copy &amp;address</source>
        <translation>&amp;Salin alamat</translation>
    </message>
    <message>
        <source>Open a&amp;ddress…</source>
        <translation>Buka &amp;alamat…</translation>
    </message>
    <message>
        <source>Open the &amp;folder of its file</source>
        <translation>Buka &amp;folder berkasnya</translation>
    </message>
    <message>
        <source>&amp;Fetch the text</source>
        <translation>&amp;Ambil teksnya</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Fetch %n text(s)</source>
        <translation>
            <numerusform>&amp;Ambil %n teks</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to {0}</source>
        <translation>Pindahkan ke {0}</translation>
    </message>
    <message numerus="yes">
        <source>Move %n article(s) to {0}</source>
        <translation>
            <numerusform>Pindahkan %n artikel ke {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for &amp;good…</source>
        <translation>Hapus secara &amp;permanen…</translation>
    </message>
    <message>
        <source>Copied {0}</source>
        <translation>{0} disalin</translation>
    </message>
</context>
<context>
    <name>ArticleMeta</name>
    <message>
        <source>(stated)</source>
        <translation>(tertulis)</translation>
    </message>
    <message>
        <source>(corrected)</source>
        <translation>(dibetulkan)</translation>
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
        <source>(date of the file)</source>
        <translation>(tanggal berkas)</translation>
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
    <name>Asides</name>
    <message>
        <source>added {0}</source>
        <translation>ditambahkan {0}</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Select the words that this mark stands on now. Esc gives up.</source>
        <translation>Pilih kata-kata tempat tanda ini sekarang berada. Esc membatalkan.</translation>
    </message>
</context>
<context>
    <name>Attributing</name>
    <message>
        <source>Open an article first.</source>
        <translation>Buka dulu sebuah artikel.</translation>
    </message>
    <message>
        <source>This attribution has a source. Take it out first.</source>
        <translation>Atribusi ini sudah bersumber. Lepaskan dahulu sumbernya.</translation>
    </message>
    <message>
        <source>There is no source that was given before.</source>
        <translation>Belum ada sumber yang diberikan sebelumnya.</translation>
    </message>
    <message>
        <source>Select who says so, or click the mark. 0: nobody is named, R: the same as before, Esc ends.</source>
        <translation>Pilih siapa yang berkata, atau klik tandanya. 0: tanpa nama, R: sama seperti tadi, Esc mengakhiri.</translation>
    </message>
    <message>
        <source>There are no words to mark here. Select some, or press {0}.</source>
        <translation>Tidak ada kata yang bisa ditandai di sini. Pilih kata, atau tekan {0}.</translation>
    </message>
    <message>
        <source>Begin an attribution first: select what is said and press {0}.</source>
        <translation>Mulailah atribusi dahulu: pilih apa yang dikatakan lalu tekan {0}.</translation>
    </message>
    <message>
        <source>Select the words that say so, as “said”. {0}: via whom, {1}: when, Enter ends.</source>
        <translation>Pilih kata yang dipakai, seperti “kata”. {0}: lewat siapa, {1}: kapan, Enter mengakhiri.</translation>
    </message>
    <message>
        <source>Select via whom it was said. Enter ends.</source>
        <translation>Pilih lewat siapa hal itu dikatakan. Enter mengakhiri.</translation>
    </message>
    <message>
        <source>Select when it was said. Enter ends.</source>
        <translation>Pilih kapan hal itu dikatakan. Enter mengakhiri.</translation>
    </message>
    <message>
        <source>Select more of what was said. Enter ends.</source>
        <translation>Pilih bagian lain dari yang dikatakan. Enter mengakhiri.</translation>
    </message>
    <message>
        <source>Click what reports this attribution. Esc gives up.</source>
        <translation>Klik apa yang melaporkan atribusi ini. Esc membatalkan.</translation>
    </message>
    <message>
        <source>Attribution begun. Who says so is not said yet.</source>
        <translation>Atribusi dimulai. Siapa yang mengatakannya belum disebutkan.</translation>
    </message>
    <message>
        <source>Attribution entered. {0} to {1}: how sure; {2}, {3}, {4}, {5}: the stance; {6}: more.</source>
        <translation>Atribusi sudah diisi. {0} sampai {1}: tingkat kepastian; {2}, {3}, {4}, {5}: sikap; {6}: selengkapnya.</translation>
    </message>
</context>
<context>
    <name>AttributionBox</name>
    <message>
        <source>Go to what reports it</source>
        <translation>Ke yang melaporkannya</translation>
    </message>
    <message>
        <source>More about this attribution</source>
        <translation>Selengkapnya tentang atribusi ini</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Atribusi</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>More ({0})</source>
        <translation>Lainnya ({0})</translation>
    </message>
    <message>
        <source>How it is quoted, the channel, the form of a response, and more</source>
        <translation>Cara mengutip, saluran, bentuk tanggapan, dan lainnya</translation>
    </message>
    <message>
        <source>reported by: {0}</source>
        <translation>dilaporkan oleh: {0}</translation>
    </message>
    <message>
        <source>who says so: {0}</source>
        <translation>yang menyatakan: {0}</translation>
    </message>
    <message>
        <source>by its label: {0}</source>
        <translation>menurut labelnya: {0}</translation>
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
    <name>Board</name>
    <message>
        <source>{0} itself</source>
        <translation>{0} sendiri</translation>
    </message>
    <message>
        <source>source not marked</source>
        <translation>sumber belum ditandai</translation>
    </message>
    <message>
        <source>Independent sources for it: {0}</source>
        <translation>Sumber independen yang mendukung: {0}</translation>
    </message>
    <message>
        <source>Independent sources against it: {0}</source>
        <translation>Sumber independen yang membantah: {0}</translation>
    </message>
    <message>
        <source>Evidence: {0} supporting, {1} refuting, {2} for context</source>
        <translation>Bukti: {0} mendukung, {1} membantah, {2} untuk konteks</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation>Belum ada bukti</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>in no article</source>
        <translation>tidak dalam artikel mana pun</translation>
    </message>
    <message>
        <source>words changed since</source>
        <translation>kata-katanya sudah diubah</translation>
    </message>
    <message>
        <source>words taken back</source>
        <translation>kata-katanya sudah dicabut</translation>
    </message>
    <message>
        <source>not confirmed since</source>
        <translation>belum dipastikan lagi</translation>
    </message>
    <message>
        <source>in part: {0}</source>
        <translation>sebagian: {0}</translation>
    </message>
    <message>
        <source>{0} {1} ({2})</source>
        <translation>{0} {1} ({2})</translation>
    </message>
    <message>
        <source>Not counted since a newer capture: {0}</source>
        <translation>Tidak dihitung sejak pengambilan yang lebih baru: {0}</translation>
    </message>
    <message>
        <source>{0} to {1}: {2} not identified</source>
        <translation>{0} sampai {1}: {2} belum jelas siapa</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>dihitung</translation>
    </message>
    <message>
        <source>who says so: {0}</source>
        <translation>yang menyatakan: {0}</translation>
    </message>
    <message>
        <source>nobody knows who that is</source>
        <translation>tidak diketahui siapa itu</translation>
    </message>
    <message>
        <source>only passes it on</source>
        <translation>hanya meneruskan</translation>
    </message>
    <message>
        <source>comes through one that stands here</source>
        <translation>berasal dari pihak yang sudah ada di sini</translation>
    </message>
    <message>
        <source>the same source again</source>
        <translation>sumber yang sama lagi</translation>
    </message>
    <message>
        <source>counted by its own people</source>
        <translation>sudah dihitung lewat orangnya</translation>
    </message>
    <message>
        <source>may count: not identified</source>
        <translation>mungkin dihitung: belum jelas siapa</translation>
    </message>
    <message>
        <source>A newer capture has other words here. Look at the mark in its article and confirm it.</source>
        <translation>Pengambilan yang lebih baru memuat kata-kata lain di sini. Periksa tandanya di artikel, lalu pastikan.</translation>
    </message>
    <message>
        <source>This may be somebody who is counted already. On the page Sources say which kind of source it is.</source>
        <translation>Ini mungkin pihak yang sudah dihitung. Di halaman Sumber, nyatakan jenis sumbernya.</translation>
    </message>
    <message>
        <source>These words are not in the newest text of the article.</source>
        <translation>Kata-kata ini tidak ada dalam teks terbaru artikel.</translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message>
        <source>Claims board – Tilik</source>
        <translation>Papan klaim – Tilik</translation>
    </message>
    <message>
        <source>Articles of the board</source>
        <translation>Artikel di papan</translation>
    </message>
    <message>
        <source>Which articles the board is of</source>
        <translation>Artikel mana yang dimuat papan ini</translation>
    </message>
    <message>
        <source>Pages of the board</source>
        <translation>Halaman papan</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>Who says what</source>
        <translation>Siapa menyatakan apa</translation>
    </message>
    <message>
        <source>Chain of reporting</source>
        <translation>Rantai pemberitaan</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n klaim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artikel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Captures</name>
    <message>
        <source>Captured {0}</source>
        <translation>Diambil {0}</translation>
    </message>
    <message>
        <source>Captured {0} · {1} of {2}</source>
        <translation>Diambil {0} · {1} dari {2}</translation>
    </message>
    <message>
        <source>corrected by hand</source>
        <translation>dibetulkan tangan</translation>
    </message>
    <message>
        <source>cleaned again</source>
        <translation>dibersihkan lagi</translation>
    </message>
    <message>
        <source>corrected by hand {0}</source>
        <translation>dibetulkan tangan {0}</translation>
    </message>
    <message>
        <source>cleaned again {0}</source>
        <translation>dibersihkan lagi {0}</translation>
    </message>
</context>
<context>
    <name>CardHands</name>
    <message>
        <source>Take it away</source>
        <translation>Hapus nilai ini</translation>
    </message>
    <message>
        <source>{0}: {1}. A click changes it; Enter, then Tab by keys</source>
        <translation>{0}: {1}. Klik untuk mengubah; dengan tombol: Enter, lalu Tab</translation>
    </message>
    <message>
        <source>A click edits the note</source>
        <translation>Klik untuk menyunting catatan</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Go to it in the text</source>
        <translation>Buka di naskah</translation>
    </message>
    <message>
        <source>Copy the quotation</source>
        <translation>Salin kutipan</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Hapus selamanya…</translation>
    </message>
    <message>
        <source>Delete the note for good…</source>
        <translation>Hapus catatannya selamanya…</translation>
    </message>
    <message>
        <source>Change to</source>
        <translation>Ubah menjadi</translation>
    </message>
</context>
<context>
    <name>ChainPage</name>
    <message>
        <source>Counts</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Who told whom, up to the outlet</source>
        <translation>Siapa memberi tahu siapa, sampai ke media</translation>
    </message>
    <message>
        <source>Chain of reporting</source>
        <translation>Rantai pemberitaan</translation>
    </message>
    <message>
        <source>Each voice, from whoever is committed to the outlet (Enter opens the place)</source>
        <translation>Tiap suara, dari yang menyatakan sampai ke media (Enter membuka tempatnya)</translation>
    </message>
    <message>
        <source>Choose a claim to see who says it on whose word.</source>
        <translation>Pilih klaim untuk melihat siapa menyatakannya dan berdasarkan ucapan siapa.</translation>
    </message>
    <message>
        <source>Independent sources: {0}</source>
        <translation>Sumber independen: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n independent source(s)</source>
        <translation>
            <numerusform>%n sumber independen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimEditor</name>
    <message>
        <source>Claim</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>Related claims</source>
        <translation>Klaim terkait</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Pemeriksaan</translation>
    </message>
</context>
<context>
    <name>ClaimsPage</name>
    <message>
        <source>Open the place</source>
        <translation>Buka tempatnya</translation>
    </message>
    <message>
        <source>Open the article at the claim (Enter)</source>
        <translation>Buka artikel pada klaim itu (Enter)</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Gabungkan…</translation>
    </message>
    <message>
        <source>Make the chosen claims one (M)</source>
        <translation>Jadikan klaim yang dipilih satu (M)</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Pisahkan…</translation>
    </message>
    <message>
        <source>Make some mentions a claim of their own (P)</source>
        <translation>Jadikan sebagian penyebutan klaim tersendiri (P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Delete the chosen claims; their marks stay (Del)</source>
        <translation>Hapus klaim yang dipilih; tandanya tetap ada (Del)</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Hapus selamanya…</translation>
    </message>
    <message>
        <source>Delete the chosen claims with their evidence, their reviews and all that was ever noted of them</source>
        <translation>Hapus klaim yang dipilih beserta bukti, pemeriksaan, dan semua yang pernah dicatat tentangnya</translation>
    </message>
    <message>
        <source>Find in the claims</source>
        <translation>Cari di klaim</translation>
    </message>
    <message>
        <source>Show only claims that hold all these words ({0})</source>
        <translation>Tampilkan hanya klaim yang memuat semua kata ini ({0})</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Tanpa kelompok</translation>
    </message>
    <message>
        <source>By verdict</source>
        <translation>Menurut kesimpulan</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Menurut status</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>Menurut artikel</translation>
    </message>
    <message>
        <source>By worth checking</source>
        <translation>Menurut kelayakan periksa</translation>
    </message>
    <message>
        <source>Group the claims</source>
        <translation>Kelompokkan klaim</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Klaim</translation>
    </message>
    <message numerus="yes">
        <source>%n denial(s) are linked to no claim yet: </source>
        <translation>
            <numerusform>%n bantahan belum ditautkan ke klaim: </numerusform>
        </translation>
    </message>
    <message>
        <source>No claim holds these words.</source>
        <translation>Tidak ada klaim yang memuat kata-kata ini.</translation>
    </message>
    <message>
        <source>No claims here yet.

Mark what is claimed in an article with 1, and it stands here.</source>
        <translation>Belum ada klaim di sini.

Tandai yang diklaim dalam artikel dengan 1, dan klaim itu muncul di sini.</translation>
    </message>
</context>
<context>
    <name>Compaction</name>
    <message numerus="yes">
        <source>%n step(s) older than {0} days can no longer be taken back; they stay in the history.</source>
        <translation>
            <numerusform>%n langkah yang lebih lama dari {0} hari tidak dapat diurungkan lagi; tetap tercatat dalam riwayat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Compare captures – Tilik</source>
        <translation>Bandingkan pengambilan – Tilik</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Lebih awal</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Lebih akhir</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Membandingkan…</translation>
    </message>
    <message>
        <source>Earlier capture</source>
        <translation>Pengambilan lebih awal</translation>
    </message>
    <message>
        <source>Later capture</source>
        <translation>Pengambilan lebih akhir</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Perubahan sebelumnya</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Perubahan berikutnya</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation>Perubahan berikutnya (F7)</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>Ekspor laporan…</translation>
    </message>
    <message>
        <source>Previous change ({0})</source>
        <translation>Perubahan sebelumnya ({0})</translation>
    </message>
    <message>
        <source>Save the report ({0})</source>
        <translation>Simpan laporan ({0})</translation>
    </message>
    <message>
        <source>Marks whose words differ</source>
        <translation>Tanda yang kata-katanya berbeda</translation>
    </message>
    <message>
        <source>Marks whose words differ (Enter goes there)</source>
        <translation>Tanda yang kata-katanya berbeda (Enter menuju ke sana)</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%n tempat berbeda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) touched</source>
        <translation>
            <numerusform>%n tanda terkena</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: “{1}” is not found in the later capture</source>
        <translation>{0}: “{1}” tidak ditemukan di pengambilan lebih akhir</translation>
    </message>
    <message>
        <source>{0}: “{1}” is not found in the earlier capture</source>
        <translation>{0}: “{1}” tidak ditemukan di pengambilan lebih awal</translation>
    </message>
    <message>
        <source>{0}: “{1}” → “{2}”</source>
        <translation>{0}: “{1}” → “{2}”</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Ekspor laporan</translation>
    </message>
    <message>
        <source>Markdown (*.md);;HTML (*.html)</source>
        <translation>Markdown (*.md);;HTML (*.html)</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>{0} tidak dapat ditulis: {1}</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>{0} disimpan</translation>
    </message>
</context>
<context>
    <name>Connectors</name>
    <message>
        <source>Links of the chosen mark</source>
        <translation>Tautan tanda terpilih</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>dan {0} lagi</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>[struck out: {0}]</source>
        <translation>[dicoret: {0}]</translation>
    </message>
    <message>
        <source>captured {0}</source>
        <translation>diambil {0}</translation>
    </message>
    <message>
        <source>Choose words, a sentence or a mark first: there is nothing to copy.</source>
        <translation>Pilih kata, kalimat, atau tanda dahulu: tidak ada yang dapat disalin.</translation>
    </message>
    <message>
        <source>Copied with its source.</source>
        <translation>Disalin beserta sumbernya.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Disalin.</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>there is no library at {0}</source>
        <translation>tidak ada pustaka di {0}</translation>
    </message>
    <message>
        <source>{0} was made by an older Tilik; it must be upgraded, which needs to write</source>
        <translation>{0} dibuat Tilik yang lebih lama; harus dimutakhirkan, dan itu perlu izin menulis</translation>
    </message>
    <message>
        <source>{0} can only be read; the change was not made</source>
        <translation>{0} hanya bisa dibaca; perubahan tidak dilakukan</translation>
    </message>
    <message>
        <source>Only the address of this article is here; its text has not been fetched.</source>
        <translation>Baru alamat artikel ini yang ada di sini; teksnya belum diambil.</translation>
    </message>
    <message>
        <source>Tabulator</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>The document has more than {0} pages; {1} pages after them were cut.</source>
        <translation>Dokumen ini lebih dari {0} halaman; {1} halaman sesudahnya dipotong.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>bilangan</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>bilangan bulat</translation>
    </message>
    <message>
        <source>already here: {0}</source>
        <translation>sudah ada di sini: {0}</translation>
    </message>
    <message>
        <source>an encrypted library needs the packages of tilik[encryption]: pip install &apos;tilik[encryption]&apos;</source>
        <translation>pustaka terenkripsi memerlukan paket tilik[encryption]: pip install &apos;tilik[encryption]&apos;</translation>
    </message>
    <message>
        <source>articles&apos; facts as the publisher has them, where they were corrected here</source>
        <translation>fakta artikel menurut penerbit, yang dikoreksi di sini</translation>
    </message>
    <message>
        <source>articles&apos; further values from other programs</source>
        <translation>nilai tambahan artikel dari program lain</translation>
    </message>
    <message>
        <source>articles&apos; states on the reading list</source>
        <translation>status artikel dalam daftar bacaan</translation>
    </message>
    <message>
        <source>articles&apos; tags</source>
        <translation>tag artikel</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>klaim</translation>
    </message>
    <message>
        <source>failed: {0}</source>
        <translation>gagal: {0}</translation>
    </message>
    <message>
        <source>highlights kept: {0}</source>
        <translation>sorotan disimpan: {0}</translation>
    </message>
    <message>
        <source>labels&apos; colours and keys</source>
        <translation>warna dan tombol label</translation>
    </message>
    <message>
        <source>links between articles</source>
        <translation>tautan antarartikel</translation>
    </message>
    <message>
        <source>links with more or fewer than two ends</source>
        <translation>tautan dengan ujung lebih atau kurang dari dua</translation>
    </message>
    <message>
        <source>links&apos; annotators</source>
        <translation>penanda tautan</translation>
    </message>
    <message>
        <source>links&apos; attributes, as stance and certainty</source>
        <translation>atribut tautan, misalnya sikap dan kepastian</translation>
    </message>
    <message>
        <source>links&apos; exact times of making</source>
        <translation>waktu persis pembuatan tautan</translation>
    </message>
    <message>
        <source>links&apos; further values from other programs</source>
        <translation>nilai tambahan tautan dari program lain</translation>
    </message>
    <message>
        <source>links&apos; nesting within another</source>
        <translation>tautan yang bersarang di dalam tautan lain</translation>
    </message>
    <message>
        <source>links&apos; notes</source>
        <translation>catatan tautan</translation>
    </message>
    <message>
        <source>marks that a newer capture did not find again</source>
        <translation>tanda yang tidak ditemukan lagi dalam pengambilan yang lebih baru</translation>
    </message>
    <message>
        <source>marks&apos; annotators</source>
        <translation>pembuat tanda</translation>
    </message>
    <message>
        <source>marks&apos; attributes</source>
        <translation>atribut tanda</translation>
    </message>
    <message>
        <source>marks&apos; exact times of making and changing</source>
        <translation>waktu persis pembuatan dan perubahan tanda</translation>
    </message>
    <message>
        <source>marks&apos; notes</source>
        <translation>catatan tanda</translation>
    </message>
    <message>
        <source>marks&apos; pieces, of marks in several pieces</source>
        <translation>potongan tanda yang terdiri atas beberapa potongan</translation>
    </message>
    <message>
        <source>marks&apos; places before a later capture</source>
        <translation>tempat tanda sebelum pengambilan yang lebih baru</translation>
    </message>
    <message>
        <source>marks&apos; places between two characters</source>
        <translation>tempat tanda di antara dua huruf</translation>
    </message>
    <message>
        <source>marks&apos; places where marks overlap</source>
        <translation>tempat tanda yang bertumpang tindih</translation>
    </message>
    <message>
        <source>marks&apos; tags</source>
        <translation>tag tanda</translation>
    </message>
    <message>
        <source>names and details of protected sources</source>
        <translation>nama dan keterangan sumber yang dilindungi</translation>
    </message>
    <message>
        <source>notes and texts of the desk that name a protected source</source>
        <translation>catatan dan teks redaksi yang menyebut nama sumber yang dilindungi</translation>
    </message>
    <message>
        <source>older texts of articles, of earlier captures</source>
        <translation>teks lama artikel dari pengambilan sebelumnya</translation>
    </message>
    <message>
        <source>page number, running head or foot</source>
        <translation>nomor halaman, kepala atau kaki halaman</translation>
    </message>
    <message>
        <source>reviews</source>
        <translation>hasil pemeriksaan</translation>
    </message>
    <message>
        <source>something this change needs is no longer there; nothing was changed ({0})</source>
        <translation>sesuatu yang diperlukan perubahan ini sudah tidak ada; tidak ada yang diubah ({0})</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>sumber</translation>
    </message>
    <message>
        <source>sources and claims with values that only the desk may know</source>
        <translation>sumber dan klaim dengan nilai yang hanya boleh diketahui redaksi</translation>
    </message>
    <message>
        <source>texts&apos; blocks that were left out by the cleaner</source>
        <translation>bagian teks yang disisihkan saat pembersihan</translation>
    </message>
    <message>
        <source>texts&apos; notices of the cleaner</source>
        <translation>pemberitahuan tentang pembersihan teks</translation>
    </message>
    <message>
        <source>texts&apos; structure, as headings, emphasis and links</source>
        <translation>struktur teks, misalnya judul bagian, penekanan, dan tautan</translation>
    </message>
    <message>
        <source>the backup of {0}</source>
        <translation>cadangan {0}</translation>
    </message>
    <message>
        <source>the corrected values are written</source>
        <translation>nilai yang sudah dikoreksi ditulis</translation>
    </message>
    <message>
        <source>the day is written</source>
        <translation>harinya ditulis</translation>
    </message>
    <message>
        <source>the option {0} is one of {1}, not {2}</source>
        <translation>pilihan {0} adalah salah satu dari {1}, bukan {2}</translation>
    </message>
    <message>
        <source>the text never held them</source>
        <translation>teksnya memang tidak memuatnya</translation>
    </message>
    <message>
        <source>the upgraded copy is not sound: {0}</source>
        <translation>salinan yang dimutakhirkan rusak: {0}</translation>
    </message>
    <message>
        <source>their names are written</source>
        <translation>namanya ditulis</translation>
    </message>
    <message>
        <source>there is no option {0}; there are {1}</source>
        <translation>tidak ada pilihan {0}; yang ada {1}</translation>
    </message>
    <message>
        <source>those that warn are written</source>
        <translation>yang berupa peringatan ditulis</translation>
    </message>
    <message>
        <source>when and how texts were captured and cleaned, their versions</source>
        <translation>kapan dan bagaimana teks diambil dan dibersihkan, serta versinya</translation>
    </message>
    <message>
        <source>which claims and sources marks mention</source>
        <translation>klaim dan sumber yang disebut oleh tanda</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>ditahan</translation>
    </message>
    <message>
        <source>withheld; written as “Source 1” with the rule that protects them</source>
        <translation>ditahan; ditulis sebagai “Source 1” beserta aturan yang melindunginya</translation>
    </message>
    <message>
        <source>written as they are; look at them before the set leaves the desk</source>
        <translation>ditulis apa adanya; periksalah sebelum set ini keluar dari redaksi</translation>
    </message>
    <message>
        <source>{0} is a database, but not a Tilik library; it was left as it is</source>
        <translation>{0} memang basis data, tetapi bukan pustaka Tilik; dibiarkan apa adanya</translation>
    </message>
    <message>
        <source>{0} is damaged and was left as it is; it may still hold what you deleted</source>
        <translation>{0} rusak dan dibiarkan apa adanya; mungkin masih berisi yang Anda hapus</translation>
    </message>
    <message>
        <source>{0} is damaged: piece {1} of {2} is missing</source>
        <translation>{0} rusak: potongan {1} dari {2} hilang</translation>
    </message>
    <message>
        <source>{0} is damaged: piece {1} of {2}, in {3}</source>
        <translation>{0} rusak: potongan {1} dari {2}, di {3}</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}</source>
        <translation>{0} rusak: {1}</translation>
    </message>
    <message>
        <source>{0} is no backup of a library</source>
        <translation>{0} bukan cadangan pustaka</translation>
    </message>
    <message>
        <source>{0} is no folder</source>
        <translation>{0} bukan folder</translation>
    </message>
    <message>
        <source>{0} is where the backups are kept already</source>
        <translation>{0} memang sudah tempat cadangan disimpan</translation>
    </message>
    <message>
        <source>{0} was made by a newer Tilik (schema {1}, this one knows {2}); it was left as it is</source>
        <translation>{0} dibuat Tilik yang lebih baru (skema {1}, yang ini mengenal {2}); dibiarkan apa adanya</translation>
    </message>
    <message>
        <source>process {0} on {1}</source>
        <translation>proses {0} di {1}</translation>
    </message>
    <message>
        <source>its holder left no note</source>
        <translation>pemakainya tidak meninggalkan keterangan</translation>
    </message>
    <message>
        <source>there is no article {0} in this library</source>
        <translation>tidak ada artikel {0} di pustaka ini</translation>
    </message>
    <message>
        <source>{0} names several articles: {1}</source>
        <translation>{0} cocok dengan beberapa artikel: {1}</translation>
    </message>
    <message>
        <source>there is no revision {0} of this article</source>
        <translation>tidak ada revisi {0} dari artikel ini</translation>
    </message>
    <message>
        <source>{0} has no address to capture it from</source>
        <translation>{0} tidak punya alamat untuk diambil ulang</translation>
    </message>
    <message>
        <source>{0} was captured only once</source>
        <translation>{0} baru sekali diambil</translation>
    </message>
    <message>
        <source>there is no state {0}; there are {1}</source>
        <translation>tidak ada status {0}; yang ada {1}</translation>
    </message>
    <message>
        <source>there is no room left on the disk</source>
        <translation>tidak ada ruang tersisa di disk</translation>
    </message>
    <message>
        <source>article {0} has no text</source>
        <translation>artikel {0} tidak punya teks</translation>
    </message>
    <message>
        <source>no such span in revision {0} ({1} characters): {2}</source>
        <translation>rentang itu tidak ada di revisi {0} ({1} karakter): {2}</translation>
    </message>
    <message>
        <source>there are no words in that selection</source>
        <translation>pilihan itu tidak berisi kata</translation>
    </message>
    <message>
        <source>a mark needs at least one word</source>
        <translation>tanda perlu sedikitnya satu kata</translation>
    </message>
    <message>
        <source>a mark cannot be linked to itself</source>
        <translation>tanda tidak bisa ditautkan ke dirinya sendiri</translation>
    </message>
    <message>
        <source>this is the only block of the article</source>
        <translation>ini satu-satunya blok artikel</translation>
    </message>
    <message>
        <source>{0} marks stand on these words; delete them or move them first</source>
        <translation>ada {0} tanda pada kata-kata ini; hapus atau pindahkan dulu</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>tempat yang sama</translation>
    </message>
    <message>
        <source>moved with the words around it</source>
        <translation>berpindah bersama kata di sekitarnya</translation>
    </message>
    <message>
        <source>the same words were found elsewhere</source>
        <translation>kata yang sama ditemukan di tempat lain</translation>
    </message>
    <message>
        <source>the same words stand there twice</source>
        <translation>kata yang sama muncul dua kali di sana</translation>
    </message>
    <message>
        <source>the words differ</source>
        <translation>kata-katanya berbeda</translation>
    </message>
    <message>
        <source>the same words, but too little beside them is the same</source>
        <translation>katanya sama, tetapi sekitarnya terlalu berbeda</translation>
    </message>
    <message>
        <source>a negation was put beside it or taken away</source>
        <translation>kata ingkar di sebelahnya ditambah atau dihapus</translation>
    </message>
    <message>
        <source>other words stand in its place</source>
        <translation>tempatnya diisi kata lain</translation>
    </message>
    <message>
        <source>only alike words were found</source>
        <translation>hanya kata yang mirip yang ditemukan</translation>
    </message>
    <message>
        <source>nothing like it was found</source>
        <translation>tidak ada yang mirip</translation>
    </message>
    <message>
        <source>it holds no words</source>
        <translation>tidak berisi kata</translation>
    </message>
    <message>
        <source>there is no {0} {1} in this library</source>
        <translation>tidak ada {0} {1} di pustaka ini</translation>
    </message>
    <message>
        <source>{0} {1} was changed meanwhile; nothing was changed</source>
        <translation>{0} {1} sementara itu sudah berubah; tidak ada yang diubah</translation>
    </message>
    <message>
        <source>{0} is open in another Tilik ({1}); close it there first</source>
        <translation>{0} sedang dibuka di Tilik lain ({1}); tutup dulu di sana</translation>
    </message>
    <message>
        <source>{0} cannot be read as a library: {1}. The last backup is {2}</source>
        <translation>{0} tidak bisa dibaca sebagai pustaka: {1}. Cadangan terakhir adalah {2}</translation>
    </message>
    <message>
        <source>{0} cannot be read as a library: {1}. There is no backup beside it</source>
        <translation>{0} tidak bisa dibaca sebagai pustaka: {1}. Tidak ada cadangan di sampingnya</translation>
    </message>
    <message>
        <source>{0} is damaged, no backup was made: {1}</source>
        <translation>{0} rusak, cadangan tidak dibuat: {1}</translation>
    </message>
    <message>
        <source>{0} could not be upgraded and was left as it is (backup: {1}): {2}</source>
        <translation>{0} tidak bisa dimutakhirkan dan dibiarkan apa adanya (cadangan: {1}): {2}</translation>
    </message>
    <message>
        <source>the file is damaged: {0}</source>
        <translation>berkasnya rusak: {0}</translation>
    </message>
    <message>
        <source>{0} row {1} points at a {2} that is not there</source>
        <translation>{0} baris {1} menunjuk ke {2} yang tidak ada</translation>
    </message>
    <message>
        <source>{0}: nothing in it could be taken ({1})</source>
        <translation>{0}: tidak ada isinya yang bisa diambil ({1})</translation>
    </message>
    <message>
        <source>{0}: line {1}: {2}</source>
        <translation>{0}: baris {1}: {2}</translation>
    </message>
    <message>
        <source>annotation {0}: {1}</source>
        <translation>tanda {0}: {1}</translation>
    </message>
    <message>
        <source>article {0}: {1}</source>
        <translation>artikel {0}: {1}</translation>
    </message>
    <message>
        <source>the set holds a value that JSON cannot: {0}</source>
        <translation>set memuat nilai yang tidak bisa ditampung JSON: {0}</translation>
    </message>
    <message>
        <source>{0} is not an object</source>
        <translation>{0} bukan objek</translation>
    </message>
    <message>
        <source>hidden on the page</source>
        <translation>tersembunyi di halaman</translation>
    </message>
    <message>
        <source>navigation</source>
        <translation>navigasi</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>komentar</translation>
    </message>
    <message>
        <source>share and follow</source>
        <translation>bagikan dan ikuti</translation>
    </message>
    <message>
        <source>read also</source>
        <translation>baca juga</translation>
    </message>
    <message>
        <source>promotion</source>
        <translation>promosi</translation>
    </message>
    <message>
        <source>form or button</source>
        <translation>formulir atau tombol</translation>
    </message>
    <message>
        <source>shown only without scripts or media</source>
        <translation>pengganti skrip atau media</translation>
    </message>
    <message>
        <source>page footer</source>
        <translation>kaki halaman</translation>
    </message>
    <message>
        <source>caption of another story</source>
        <translation>takarir berita lain</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>penghitung</translation>
    </message>
    <message>
        <source>reading time</source>
        <translation>lama membaca</translation>
    </message>
    <message>
        <source>not part of the article</source>
        <translation>bukan bagian artikel</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>pengulangan</translation>
    </message>
    <message>
        <source>editor line (kept as metadata)</source>
        <translation>editor (jadi metadata)</translation>
    </message>
    <message>
        <source>byline (kept as metadata)</source>
        <translation>baris penulis (jadi metadata)</translation>
    </message>
    <message>
        <source>section label</source>
        <translation>label rubrik</translation>
    </message>
    <message>
        <source>picture without an address</source>
        <translation>gambar tanpa alamat</translation>
    </message>
    <message>
        <source>picture too large, broken or of a kind that is not shown</source>
        <translation>gambar tidak bisa ditampilkan</translation>
    </message>
    <message>
        <source>taken out by hand</source>
        <translation>dikeluarkan sendiri</translation>
    </message>
    <message>
        <source>articles&apos; original files</source>
        <translation>berkas asli artikel</translation>
    </message>
    <message>
        <source>the cleaned text is written</source>
        <translation>teks bersihnya yang ditulis</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>gambar</translation>
    </message>
    <message>
        <source>their captions and addresses are written</source>
        <translation>takarir dan alamatnya yang ditulis</translation>
    </message>
    <message>
        <source>articles&apos; folders on this computer</source>
        <translation>folder artikel di komputer ini</translation>
    </message>
    <message>
        <source>the files&apos; names are written</source>
        <translation>nama berkasnya yang ditulis</translation>
    </message>
    <message>
        <source>links to marks that are not in this set</source>
        <translation>tautan ke tanda di luar set ini</translation>
    </message>
    <message>
        <source>labels that no mark of this set carries</source>
        <translation>label yang tidak dipakai tanda mana pun di set ini</translation>
    </message>
    <message>
        <source>quotes with what stands around them are written</source>
        <translation>kutipan beserta kata di sekitarnya yang ditulis</translation>
    </message>
    <message>
        <source>articles&apos; addresses</source>
        <translation>alamat artikel</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>tidak dicetak</translation>
    </message>
    <message>
        <source>articles&apos; full texts</source>
        <translation>teks lengkap artikel</translation>
    </message>
    <message>
        <source>only the marked quotes are written</source>
        <translation>hanya kutipan yang ditandai yang ditulis</translation>
    </message>
    <message>
        <source>articles&apos; further metadata</source>
        <translation>metadata artikel selebihnya</translation>
    </message>
    <message>
        <source>title, site, byline, date, language and address are written</source>
        <translation>judul, situs, penulis, tanggal, bahasa, dan alamat yang ditulis</translation>
    </message>
    <message>
        <source>marks&apos; exact places</source>
        <translation>letak persis tanda</translation>
    </message>
    <message>
        <source>their words are written</source>
        <translation>kata-katanya yang ditulis</translation>
    </message>
    <message>
        <source>marks&apos; further values from other programs</source>
        <translation>nilai tambahan tanda dari program lain</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>tidak ditulis</translation>
    </message>
    <message>
        <source>articles without a mark</source>
        <translation>artikel tanpa tanda</translation>
    </message>
    <message>
        <source>notes and quotes longer than a cell of Excel</source>
        <translation>catatan dan kutipan yang melebihi satu sel Excel</translation>
    </message>
    <message>
        <source>cut at 32,767 characters, with …</source>
        <translation>dipotong pada 32.767 karakter, diakhiri …</translation>
    </message>
    <message>
        <source>links between marks</source>
        <translation>tautan antartanda</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>Tabel CSV</translation>
    </message>
    <message>
        <source>The open standard for annotations: archives, open-data desks, developers. Comes back into Tilik.</source>
        <translation>Standar terbuka untuk anotasi: arsip, meja data terbuka, pengembang. Dapat dibawa kembali ke Tilik.</translation>
    </message>
    <message>
        <source>For readers and editors: a page to read, print or send, with every mark in its place.</source>
        <translation>Untuk pembaca dan redaktur: halaman untuk dibaca, dicetak, atau dikirim, dengan semua tanda di tempatnya.</translation>
    </message>
    <message>
        <source>For Python, pandas and Hugging Face datasets, and to bring a set back into Tilik.</source>
        <translation>Untuk Python, pandas, dan dataset Hugging Face, serta untuk membawa set kembali ke Tilik.</translation>
    </message>
    <message>
        <source>For Obsidian, Logseq and other notes: the article, then each quote with its note.</source>
        <translation>Untuk Obsidian, Logseq, dan aplikasi catatan lain: artikelnya, lalu tiap kutipan dengan catatannya.</translation>
    </message>
    <message>
        <source>Folders of this computer</source>
        <translation>Folder di komputer ini</translation>
    </message>
    <message>
        <source>Write the folders that saved pages came from. They can name you; without them, files are named alone.</source>
        <translation>Tulis folder asal halaman tersimpan. Folder bisa memuat nama Anda; tanpanya, hanya nama berkas yang ditulis.</translation>
    </message>
    <message>
        <source>Texts of the articles</source>
        <translation>Teks artikel</translation>
    </message>
    <message>
        <source>Carry each article&apos;s text, so that the set can be brought back. Without it, the file holds marks alone.</source>
        <translation>Sertakan teks tiap artikel agar set dapat dibawa kembali. Tanpanya, berkas hanya memuat tanda.</translation>
    </message>
    <message>
        <source>Show each article with its marks in place, before their list.</source>
        <translation>Tampilkan tiap artikel dengan tanda di tempatnya, sebelum daftar tanda.</translation>
    </message>
    <message>
        <source>Addresses of links</source>
        <translation>Alamat tautan</translation>
    </message>
    <message>
        <source>Print the address of each article under its title.</source>
        <translation>Cetak alamat tiap artikel di bawah judulnya.</translation>
    </message>
    <message>
        <source>Write each article before its marks.</source>
        <translation>Tulis tiap artikel sebelum tandanya.</translation>
    </message>
    <message>
        <source>Front matter</source>
        <translation>Front matter (YAML)</translation>
    </message>
    <message>
        <source>Begin with YAML fields for Obsidian, Hugo and pandoc.</source>
        <translation>Awali dengan kolom YAML untuk Obsidian, Hugo, dan pandoc.</translation>
    </message>
    <message>
        <source>Safe to open in Excel</source>
        <translation>Aman dibuka di Excel</translation>
    </message>
    <message>
        <source>Mark the file as UTF-8, put an apostrophe before what could run as a formula, cut cells Excel cannot hold.</source>
        <translation>Tandai berkas sebagai UTF-8, bubuhkan apostrof di depan isi yang bisa jadi rumus, potong sel yang melebihi batas Excel.</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Tautan</translation>
    </message>
    <message>
        <source>Write the links between marks to a second file, NAME.relations.csv.</source>
        <translation>Tulis tautan antartanda ke berkas kedua, NAMA.relations.csv.</translation>
    </message>
    <message>
        <source>article</source>
        <translation>artikel</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>tanda</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>tautan</translation>
    </message>
    <message>
        <source>revision</source>
        <translation>revisi</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>gambar</translation>
    </message>
    <message>
        <source>original</source>
        <translation>berkas asli</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>berkas atau folder tidak ada</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>akses ditolak</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>tindakan tidak diizinkan</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>itu sebuah folder</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>itu bukan folder</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>tidak ada ruang tersisa di disk</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>jatah ruang disk habis</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>disk hanya bisa dibaca</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>nama berkas terlalu panjang</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>gangguan baca-tulis pada disk</translation>
    </message>
    <message>
        <source>embedded null byte</source>
        <translation>ada karakter NUL di namanya</translation>
    </message>
    <message>
        <source>database is locked</source>
        <translation>basis data sedang dikunci</translation>
    </message>
    <message>
        <source>database or disk is full</source>
        <translation>basis data atau disk penuh</translation>
    </message>
    <message>
        <source>disk I/O error</source>
        <translation>gangguan baca-tulis pada disk</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>isi basis data rusak</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>berkas ini bukan basis data</translation>
    </message>
    <message>
        <source>unable to open database file</source>
        <translation>berkas basis data tidak bisa dibuka</translation>
    </message>
    <message>
        <source>attempt to write a readonly database</source>
        <translation>basis data hanya bisa dibaca</translation>
    </message>
    <message>
        <source>Expecting value</source>
        <translation>seharusnya ada nilai</translation>
    </message>
    <message>
        <source>Expecting property name enclosed in double quotes</source>
        <translation>seharusnya ada nama dalam tanda kutip ganda</translation>
    </message>
    <message>
        <source>Expecting &apos;,&apos; delimiter</source>
        <translation>seharusnya ada koma</translation>
    </message>
    <message>
        <source>Expecting &apos;:&apos; delimiter</source>
        <translation>seharusnya ada titik dua</translation>
    </message>
    <message>
        <source>Extra data</source>
        <translation>ada kelebihan isi</translation>
    </message>
    <message>
        <source>Unterminated string starting at</source>
        <translation>teks tidak ditutup</translation>
    </message>
    <message>
        <source>Invalid control character at</source>
        <translation>ada karakter kendali</translation>
    </message>
    <message>
        <source>invalid start byte</source>
        <translation>bita awal tidak sah</translation>
    </message>
    <message>
        <source>invalid continuation byte</source>
        <translation>bita lanjutan tidak sah</translation>
    </message>
    <message>
        <source>unexpected end of data</source>
        <translation>isinya terpotong</translation>
    </message>
    <message>
        <source>{0}: nothing in it could be taken</source>
        <translation>{0}: tidak ada isinya yang bisa diambil</translation>
    </message>
    <message>
        <source>{0}: no set format is called {1}; there are {2}</source>
        <translation>{0}: tidak ada format set bernama {1}; yang ada {2}</translation>
    </message>
    <message>
        <source>{0}: not a set that Tilik knows ({1})</source>
        <translation>{0}: bukan set yang dikenal Tilik ({1})</translation>
    </message>
    <message>
        <source>{0}: written by a newer Tilik ({1}); this one reads {2}</source>
        <translation>{0}: ditulis Tilik yang lebih baru ({1}); yang ini membaca {2}</translation>
    </message>
    <message>
        <source>written by a newer Tilik ({0}); this one reads {1}</source>
        <translation>ditulis Tilik yang lebih baru ({0}); yang ini membaca {1}</translation>
    </message>
    <message>
        <source>neither an annotation nor a list of them</source>
        <translation>bukan anotasi dan bukan daftar anotasi</translation>
    </message>
    <message>
        <source>{0}: its pages are elsewhere ({1}); nothing is fetched</source>
        <translation>{0}: halamannya ada di tempat lain ({1}); tidak ada yang diambil</translation>
    </message>
    <message>
        <source>not UTF-8 text ({0} at byte {1})</source>
        <translation>bukan teks UTF-8 ({0} pada bita {1})</translation>
    </message>
    <message>
        <source>the label {0} was not here; it was made</source>
        <translation>label {0} belum ada di sini; dibuat</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>tanpa sumber</translation>
    </message>
    <message>
        <source>relation {0} joins a mark that is not in the file: {1}</source>
        <translation>tautan {0} menyambung tanda yang tidak ada di berkas: {1}</translation>
    </message>
    <message>
        <source>the line</source>
        <translation>baris itu</translation>
    </message>
    <message>
        <source>“{0}” is not text but {1}</source>
        <translation>“{0}” bukan teks, melainkan {1}</translation>
    </message>
    <message>
        <source>“{0}” is not a whole number but {1}</source>
        <translation>“{0}” bukan bilangan bulat, melainkan {1}</translation>
    </message>
    <message>
        <source>“{0}” is not a list</source>
        <translation>“{0}” bukan daftar</translation>
    </message>
    <message>
        <source>“{0}” is not a list of texts</source>
        <translation>“{0}” bukan daftar teks</translation>
    </message>
    <message>
        <source>“{0}” is not JSON: {1}</source>
        <translation>“{0}” bukan JSON: {1}</translation>
    </message>
    <message>
        <source>“{0}” is too large a number: {1}…</source>
        <translation>“{0}” adalah bilangan yang terlalu besar: {1}…</translation>
    </message>
    <message>
        <source>“{0}” is {1}, none of {2}</source>
        <translation>“{0}” berisi {1}, padahal pilihannya {2}</translation>
    </message>
    <message>
        <source>{0} is not a time</source>
        <translation>{0} bukan waktu</translation>
    </message>
    <message>
        <source>[{0}, {1}) is no place in a text of {2} characters</source>
        <translation>[{0}, {1}) di luar teks yang panjangnya {2} karakter</translation>
    </message>
    <message>
        <source>it has no label</source>
        <translation>tidak punya label</translation>
    </message>
    <message>
        <source>“spans” is not a list of [begin, end]</source>
        <translation>“spans” bukan daftar [awal, akhir]</translation>
    </message>
    <message>
        <source>“spans” {0} are not in order or run into each other</source>
        <translation>“spans” {0} tidak berurutan atau bertumpang tindih</translation>
    </message>
    <message>
        <source>it does not join two marks</source>
        <translation>tidak menyambung dua tanda</translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation>teksnya tidak ada</translation>
    </message>
    <message>
        <source>there is no list of “annotations”, but {0}</source>
        <translation>daftar “annotations” tidak ada; yang ada {0}</translation>
    </message>
    <message>
        <source>a label has no id</source>
        <translation>ada label tanpa id</translation>
    </message>
    <message>
        <source>it speaks of a whole page, not of words in it</source>
        <translation>yang dirujuk seluruh halaman, bukan kata di dalamnya</translation>
    </message>
    <message>
        <source>it has no selector of words (it has {0})</source>
        <translation>tidak punya pemilih kata (yang ada {0})</translation>
    </message>
    <message>
        <source>a TextQuoteSelector MUST have exactly one “exact”</source>
        <translation>TextQuoteSelector WAJIB punya tepat satu “exact”</translation>
    </message>
    <message>
        <source>a TextPositionSelector MUST have a start and an end</source>
        <translation>TextPositionSelector WAJIB punya awal dan akhir</translation>
    </message>
    <message>
        <source>its @context is not {0}</source>
        <translation>@context-nya bukan {0}</translation>
    </message>
    <message>
        <source>it MUST have exactly one IRI as its id</source>
        <translation>id-nya WAJIB tepat satu IRI</translation>
    </message>
    <message>
        <source>its type MUST be Annotation</source>
        <translation>jenisnya WAJIB Annotation</translation>
    </message>
    <message>
        <source>“via” is no IRI</source>
        <translation>“via” bukan IRI</translation>
    </message>
    <message>
        <source>“creator” is no agent</source>
        <translation>“creator” bukan pelaku</translation>
    </message>
    <message>
        <source>“{0}” MUST be one time</source>
        <translation>“{0}” WAJIB satu waktu</translation>
    </message>
    <message>
        <source>body and bodyValue MUST NOT stand together</source>
        <translation>body dan bodyValue TIDAK BOLEH bersamaan</translation>
    </message>
    <message>
        <source>bodyValue MUST be one text</source>
        <translation>bodyValue WAJIB satu teks</translation>
    </message>
    <message>
        <source>a body is neither an IRI nor an object</source>
        <translation>ada body yang bukan IRI dan bukan objek</translation>
    </message>
    <message>
        <source>a body&apos;s id is no IRI</source>
        <translation>id sebuah body bukan IRI</translation>
    </message>
    <message>
        <source>a TextualBody MUST have exactly one value</source>
        <translation>TextualBody WAJIB punya tepat satu nilai</translation>
    </message>
    <message>
        <source>a body is of two kinds of list at once</source>
        <translation>ada body yang sekaligus dua jenis daftar</translation>
    </message>
    <message>
        <source>a body&apos;s language is no text</source>
        <translation>bahasa sebuah body bukan teks</translation>
    </message>
    <message>
        <source>a body MUST have one text direction</source>
        <translation>body WAJIB punya satu arah teks</translation>
    </message>
    <message>
        <source>it MUST have a target</source>
        <translation>WAJIB punya sasaran</translation>
    </message>
    <message>
        <source>a target is no IRI</source>
        <translation>ada sasaran yang bukan IRI</translation>
    </message>
    <message>
        <source>a target is neither an IRI nor an object</source>
        <translation>ada sasaran yang bukan IRI dan bukan objek</translation>
    </message>
    <message>
        <source>a SpecificResource MUST have exactly one source</source>
        <translation>SpecificResource WAJIB punya tepat satu sumber</translation>
    </message>
    <message>
        <source>a selector MUST have exactly one value</source>
        <translation>pemilih WAJIB punya tepat satu nilai</translation>
    </message>
    <message>
        <source>{0} is a folder</source>
        <translation>{0} adalah folder</translation>
    </message>
    <message>
        <source>{0}: there is no such file</source>
        <translation>{0}: berkas itu tidak ada</translation>
    </message>
    <message>
        <source>{0} is not a file</source>
        <translation>{0} bukan berkas</translation>
    </message>
    <message>
        <source>{0} is larger than {1} MB; no page is</source>
        <translation>{0} lebih besar dari {1} MB; halaman tidak sebesar itu</translation>
    </message>
    <message>
        <source>standard input is larger than {0} MB; no page is</source>
        <translation>masukan standar lebih besar dari {0} MB; halaman tidak sebesar itu</translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation>{0} kosong</translation>
    </message>
    <message>
        <source>{0} holds no page (looked for {1})</source>
        <translation>{0} tidak berisi halaman (yang dicari {1})</translation>
    </message>
    <message>
        <source>{0}: only http and https addresses can be fetched</source>
        <translation>{0}: hanya alamat http dan https yang bisa diambil</translation>
    </message>
    <message>
        <source>{0}: only http and https addresses are fetched</source>
        <translation>{0}: hanya alamat http dan https yang diambil</translation>
    </message>
    <message>
        <source>{0} was redirected more than {1} times</source>
        <translation>{0} dialihkan lebih dari {1} kali</translation>
    </message>
    <message>
        <source>{0} took too long to answer and was given up</source>
        <translation>{0} terlalu lama menjawab dan ditinggalkan</translation>
    </message>
    <message>
        <source>{0} is an address of this computer or its network, which pages may not ask for</source>
        <translation>{0} adalah alamat komputer ini atau jaringannya, yang tidak boleh diminta halaman</translation>
    </message>
    <message>
        <source>{0} answered {1}</source>
        <translation>{0} menjawab {1}</translation>
    </message>
    <message>
        <source>{0} is no page but {1}</source>
        <translation>{0} bukan halaman, melainkan {1}</translation>
    </message>
    <message>
        <source>{0} is larger than {1} MB and was given up</source>
        <translation>{0} lebih besar dari {1} MB dan ditinggalkan</translation>
    </message>
    <message>
        <source>its name was not found. Are you offline?</source>
        <translation>namanya tidak ditemukan. Apakah Anda sedang luring?</translation>
    </message>
    <message>
        <source>its certificate is not valid</source>
        <translation>sertifikatnya tidak sah</translation>
    </message>
    <message>
        <source>no connection could be made. Are you offline?</source>
        <translation>sambungan gagal. Apakah Anda sedang luring?</translation>
    </message>
    <message>
        <source>it took too long to answer</source>
        <translation>jawabannya terlalu lama</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>sambungan terputus</translation>
    </message>
    <message>
        <source>{0}: the text is empty</source>
        <translation>{0}: teksnya kosong</translation>
    </message>
    <message>
        <source>{0}: the file is empty</source>
        <translation>{0}: berkasnya kosong</translation>
    </message>
    <message>
        <source>{0}: the file holds no text</source>
        <translation>{0}: berkasnya tidak berisi teks</translation>
    </message>
    <message>
        <source>{0}: the page holds no text, so there is no article in it</source>
        <translation>{0}: halaman ini tidak berisi teks, jadi tidak ada artikel di dalamnya</translation>
    </message>
    <message>
        <source>{0}: no article was found in it, only short lines such as those of a menu</source>
        <translation>{0}: tidak ditemukan artikel di dalamnya, hanya baris pendek seperti pada menu</translation>
    </message>
    <message>
        <source>{0}: no article was found in it, only menus, links and the like</source>
        <translation>{0}: tidak ditemukan artikel di dalamnya, hanya menu, tautan, dan semacamnya</translation>
    </message>
    <message>
        <source>{0}: this is a binary file, not a page of text</source>
        <translation>{0}: ini berkas biner, bukan halaman teks</translation>
    </message>
    <message>
        <source>the cleaning process could not be started</source>
        <translation>proses pembersihan tidak bisa dijalankan</translation>
    </message>
    <message>
        <source>{0}: cleaning was cancelled and was given up; nothing was stored</source>
        <translation>{0}: pembersihan dibatalkan; tidak ada yang disimpan</translation>
    </message>
    <message>
        <source>{0}: cleaning took longer than {1} seconds and was given up; nothing was stored</source>
        <translation>{0}: pembersihan melewati {1} detik dan dihentikan; tidak ada yang disimpan</translation>
    </message>
    <message>
        <source>{0}: cleaning needed more than {1} MB and was given up</source>
        <translation>{0}: pembersihan butuh lebih dari {1} MB dan dihentikan</translation>
    </message>
    <message>
        <source>{0}: the cleaner broke down on this page ({1})</source>
        <translation>{0}: pembersih gagal pada halaman ini ({1})</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>gambar PNG</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>gambar JPEG</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>gambar GIF</translation>
    </message>
    <message>
        <source>a RIFF media file</source>
        <translation>berkas media RIFF</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>dokumen PDF</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>arsip ZIP</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>arsip gzip</translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation>arsip 7z</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>basis data SQLite</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>program</translation>
    </message>
    <message>
        <source>an old Office document</source>
        <translation>dokumen Office lama</translation>
    </message>
    <message>
        <source>an Ogg media file</source>
        <translation>berkas media Ogg</translation>
    </message>
    <message>
        <source>an MP3 file</source>
        <translation>berkas MP3</translation>
    </message>
    <message>
        <source>The page names no charset; it was read as UTF-16.</source>
        <translation>Halaman tidak menyebut set karakternya; dibaca sebagai UTF-16.</translation>
    </message>
    <message>
        <source>The page names the charset “{0}”, which is not allowed or not known; it was detected.</source>
        <translation>Halaman menyebut set karakter “{0}” yang tidak dibolehkan atau tidak dikenal; set karakternya dideteksi sendiri.</translation>
    </message>
    <message>
        <source>The page says its charset is {0}, but it was read as {1}.</source>
        <translation>Halaman mengaku memakai set karakter {0}, tetapi dibaca sebagai {1}.</translation>
    </message>
    <message>
        <source>{0} places could not be read as {1} and show as “{2}”.</source>
        <translation>{0} tempat tidak bisa dibaca sebagai {1} dan tampil sebagai “{2}”.</translation>
    </message>
    <message>
        <source>The page holds NUL characters; they show as “{0}”.</source>
        <translation>Halaman memuat karakter NUL; tampil sebagai “{0}”.</translation>
    </message>
    <message>
        <source>The text has more than {0} lines; {1} characters after them were cut.</source>
        <translation>Teks lebih dari {0} baris; {1} karakter sesudahnya dipotong.</translation>
    </message>
    <message>
        <source>The page is too large for the extractors; nothing but what is plainly no article was left out.</source>
        <translation>Halaman terlalu besar untuk pengekstrak; yang disisihkan hanya yang jelas bukan artikel.</translation>
    </message>
    <message>
        <source>The page is too long to be read whole; what follows the last block here was cut.</source>
        <translation>Halaman terlalu panjang untuk dibaca seluruhnya; yang menyusul blok terakhir di sini dipotong.</translation>
    </message>
    <message>
        <source>The page&apos;s tables have more than {0} cells; the rows after them are plain paragraphs.</source>
        <translation>Tabel di halaman ini lebih dari {0} sel; baris selebihnya menjadi paragraf biasa.</translation>
    </message>
    <message>
        <source>An unclosed script or style hides {0} characters of the page, as in a browser.</source>
        <translation>Skrip atau gaya yang tidak ditutup menyembunyikan {0} karakter halaman, seperti di peramban.</translation>
    </message>
    <message>
        <source>{0} pictures in the page were too large, broken or of a kind that is not shown.</source>
        <translation>{0} gambar di halaman terlalu besar, rusak, atau jenisnya tidak didukung.</translation>
    </message>
    <message>
        <source>The page nests elements more than {0} deep; {1} were flattened, their words kept.</source>
        <translation>Elemen halaman bersarang lebih dari {0} tingkat; {1} diratakan, kata-katanya tetap ada.</translation>
    </message>
    <message>
        <source>{0} elements had more than {1} attributes; these were dropped, the words kept.</source>
        <translation>{0} elemen punya lebih dari {1} atribut; atributnya dibuang, kata-katanya tetap ada.</translation>
    </message>
    <message>
        <source>Two readings of this page differ; compare with the whole page.</source>
        <translation>Dua pembacaan halaman ini berbeda; bandingkan dengan halaman utuhnya.</translation>
    </message>
    <message>
        <source>The extractor found no article; what is not plainly a menu or a call was kept.</source>
        <translation>Pengekstrak tidak menemukan artikel; yang tidak jelas-jelas menu atau ajakan dipertahankan.</translation>
    </message>
    <message>
        <source>No article was found for sure; what is not plainly a menu or a call was kept.</source>
        <translation>Artikel tidak ditemukan dengan pasti; yang tidak jelas-jelas menu atau ajakan dipertahankan.</translation>
    </message>
    <message>
        <source>A token can have one tag only. The other marks are not written; they are counted as lost.</source>
        <translation>Satu token hanya dapat memiliki satu tag. Tanda lainnya tidak ditulis; semuanya dihitung sebagai hilang.</translation>
    </message>
    <message>
        <source>All older texts</source>
        <translation>Semua teks lama</translation>
    </message>
    <message>
        <source>Annotation tools</source>
        <translation>Alat anotasi</translation>
    </message>
    <message>
        <source>Another article follows on this page; it is among what was left out.</source>
        <translation>Artikel lain menyusul di halaman ini; artikel itu ada di antara yang tidak disertakan.</translation>
    </message>
    <message>
        <source>Articles with marks (HTML)</source>
        <translation>Artikel dengan tanda (HTML)</translation>
    </message>
    <message>
        <source>Articles with marks (Markdown)</source>
        <translation>Artikel dengan tanda (Markdown)</translation>
    </message>
    <message>
        <source>Articles with marks (PDF)</source>
        <translation>Artikel dengan tanda (PDF)</translation>
    </message>
    <message>
        <source>Articles with marks (Word)</source>
        <translation>Artikel dengan tanda (Word)</translation>
    </message>
    <message>
        <source>Claims report (HTML)</source>
        <translation>Laporan klaim (HTML)</translation>
    </message>
    <message>
        <source>Claims report (Markdown)</source>
        <translation>Laporan klaim (Markdown)</translation>
    </message>
    <message>
        <source>Claims report (PDF)</source>
        <translation>Laporan klaim (PDF)</translation>
    </message>
    <message>
        <source>Claims report (Word)</source>
        <translation>Laporan klaim (Word)</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Koma</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>Dimampatkan</translation>
    </message>
    <message>
        <source>Data and research</source>
        <translation>Data dan penelitian</translation>
    </message>
    <message>
        <source>Desks with Tilik</source>
        <translation>Redaksi dengan Tilik</translation>
    </message>
    <message>
        <source>Editors, lawyers, readers</source>
        <translation>Penyunting, penasihat hukum, pembaca</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inggris</translation>
    </message>
    <message>
        <source>Evidence bundle</source>
        <translation>Berkas bukti</translation>
    </message>
    <message>
        <source>Files of strangers were read without the whole sandbox, which this system does not offer ({0}). tilik check --sandbox says what could be reached</source>
        <translation>Berkas dari luar dibaca tanpa kotak pasir yang lengkap, karena sistem ini tidak menyediakannya ({0}). tilik check --sandbox menunjukkan apa yang dapat dijangkau</translation>
    </message>
    <message>
        <source>For EndNote, Mendeley and Zotero: the articles as references.</source>
        <translation>Untuk EndNote, Mendeley, dan Zotero: artikel sebagai rujukan.</translation>
    </message>
    <message>
        <source>For Excel, LibreOffice and Google Sheets: one row a marked piece; what is corrected there comes back.</source>
        <translation>Untuk Excel, LibreOffice, dan Google Sheets: satu baris per bagian bertanda; yang dibetulkan di sana kembali ke sini.</translation>
    </message>
    <message>
        <source>For Hugging Face datasets, pandas and Spark: a folder to load or to put on the Hub. Needs pyarrow.</source>
        <translation>Untuk Hugging Face datasets, pandas, dan Spark: folder untuk dimuat atau ditaruh di Hub. Memerlukan pyarrow.</translation>
    </message>
    <message>
        <source>For LaTeX, JabRef and Zotero: the articles as references.</source>
        <translation>Untuk LaTeX, JabRef, dan Zotero: artikel sebagai rujukan.</translation>
    </message>
    <message>
        <source>For assessors (IFCN, EFCSN), lawyers, partner desks: the evidence, and how to see that it is unchanged.</source>
        <translation>Untuk penilai (IFCN, EFCSN), pengacara, redaksi mitra: buktinya, dan cara melihat bahwa tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>For colleagues with Tilik: everything, and corrections come back.</source>
        <translation>Untuk rekan yang memakai Tilik: semuanya, dan koreksinya bisa kembali.</translation>
    </message>
    <message>
        <source>For data teams and volunteers who label in Label Studio; what they mark comes back.</source>
        <translation>Untuk tim data dan relawan yang melabeli di Label Studio; yang mereka tandai kembali ke sini.</translation>
    </message>
    <message>
        <source>For desks that work in Check: claims that wait, and fact-checks with title, summary and rating.</source>
        <translation>Untuk redaksi yang memakai Check: klaim yang menunggu, dan cek fakta dengan judul, ringkasan, dan penilaian.</translation>
    </message>
    <message>
        <source>For desks with Excel or LibreOffice: claims, sides, evidence, marks; what is corrected there comes back.</source>
        <translation>Untuk redaksi dengan Excel atau LibreOffice: klaim, pihak, bukti, tanda; yang dibetulkan di sana kembali ke sini.</translation>
    </message>
    <message>
        <source>For editors and lawyers: each article with a comment of Word&apos;s own on every marked word.</source>
        <translation>Untuk penyunting dan penasihat hukum: tiap artikel dengan komentar Word pada setiap kata yang ditandai.</translation>
    </message>
    <message>
        <source>For editors and lawyers: what is open, then each claim with who says and who denies it.</source>
        <translation>Untuk penyunting dan penasihat hukum: yang belum tuntas, lalu tiap klaim dengan siapa yang mengatakan dan siapa yang membantahnya.</translation>
    </message>
    <message>
        <source>For language technology laboratories with brat, and for corpora that are kept in its format.</source>
        <translation>Untuk laboratorium teknologi bahasa yang memakai brat, dan untuk korpus yang disimpan dalam formatnya.</translation>
    </message>
    <message>
        <source>For language technology teams with doccano: a project of relation extraction that allows overlaps.</source>
        <translation>Untuk tim teknologi bahasa yang memakai doccano: proyek ekstraksi relasi yang membolehkan tumpang tindih.</translation>
    </message>
    <message>
        <source>For pandoc, Zotero and citation processors: the articles as references.</source>
        <translation>Untuk pandoc, Zotero, dan pengolah kutipan: artikel sebagai rujukan.</translation>
    </message>
    <message>
        <source>For printing and reading aloud: each article with its marks in place, then their list.</source>
        <translation>Untuk dicetak dan dibacakan: tiap artikel dengan tanda di tempatnya, lalu daftarnya.</translation>
    </message>
    <message>
        <source>For programs in Python that read UIMA CAS as JSON, and newer INCEpTION. Comes back into Tilik.</source>
        <translation>Untuk program Python yang membaca UIMA CAS sebagai JSON, dan INCEpTION versi baru. Dapat dibawa kembali ke Tilik.</translation>
    </message>
    <message>
        <source>For research on fact-checking: claims with verdict, reasons and evidence, as the AVeriTeC data has them.</source>
        <translation>Untuk penelitian cek fakta: klaim dengan putusan, alasan, dan bukti, sebagaimana data AVeriTeC.</translation>
    </message>
    <message>
        <source>For research partners with INCEpTION, WebAnno or dkpro-cassis. Comes back into Tilik.</source>
        <translation>Untuk mitra riset yang memakai INCEpTION, WebAnno, atau dkpro-cassis. Dapat dibawa kembali ke Tilik.</translation>
    </message>
    <message>
        <source>For researchers with ATLAS.ti, MAXQDA, NVivo or QualCoder.</source>
        <translation>Untuk peneliti yang memakai ATLAS.ti, MAXQDA, NVivo, atau QualCoder.</translation>
    </message>
    <message>
        <source>For who annotates in the browser with Hypothesis: its client imports the file on the page of an article.</source>
        <translation>Untuk yang menganotasi di peramban dengan Hypothesis: kliennya mengimpor berkas ini di halaman artikel.</translation>
    </message>
    <message>
        <source>For who trains models with Prodigy and spaCy: texts with spans and relations, one a line.</source>
        <translation>Untuk yang melatih model dengan Prodigy dan spaCy: teks dengan rentang dan relasi, satu per baris.</translation>
    </message>
    <message>
        <source>For your own site and for what reads it: Fact Check Explorer, archives, other fact-checkers.</source>
        <translation>Untuk situs Anda dan yang membacanya: Fact Check Explorer, arsip, pemeriksa fakta lain.</translation>
    </message>
    <message>
        <source>Illegal trailing comma before end of array</source>
        <translation>koma berlebih sebelum akhir larik</translation>
    </message>
    <message>
        <source>Illegal trailing comma before end of object</source>
        <translation>koma berlebih sebelum akhir objek</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>It is not sure which parts of this page are the article: compare with what was left out.</source>
        <translation>Tidak pasti bagian mana dari halaman ini yang merupakan artikelnya: bandingkan dengan yang disisihkan.</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>data JSON</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Make the file about five times smaller. Its contents stay the same, its bytes may differ by machine.</source>
        <translation>Kecilkan berkas menjadi kira-kira seperlimanya. Isinya tetap sama, bita-bitanya bisa berbeda antarmesin.</translation>
    </message>
    <message>
        <source>Much of this text is not written for people; the file may not be what it seems.</source>
        <translation>Sebagian besar teks ini tidak ditulis untuk dibaca orang; berkasnya mungkin bukan seperti yang terlihat.</translation>
    </message>
    <message>
        <source>Of marks that overlap</source>
        <translation>Dari tanda yang bertumpang tindih</translation>
    </message>
    <message>
        <source>Original files</source>
        <translation>Berkas asli</translation>
    </message>
    <message>
        <source>PDF is not written on this system: Typst is not made for it; choose HTML or Word</source>
        <translation>PDF tidak dapat ditulis di sistem ini: Typst tidak tersedia untuknya; pilih HTML atau Word</translation>
    </message>
    <message>
        <source>Parquet needs the package pyarrow, which is not installed; install it with: {0}</source>
        <translation>Parquet memerlukan paket pyarrow, yang belum terpasang; pasang dengan: {0}</translation>
    </message>
    <message>
        <source>Parquet with a dataset card</source>
        <translation>Parquet dengan kartu dataset</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Places where the publisher struck words out, which are no part of the text: {0}.</source>
        <translation>Tempat yang kata-katanya dicoret penerbit dan bukan bagian dari teks: {0}.</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Penerbitan</translation>
    </message>
    <message>
        <source>Put in the pictures of the articles.</source>
        <translation>Sertakan gambar artikel.</translation>
    </message>
    <message>
        <source>Put in the saved pages and other files that the texts came from.</source>
        <translation>Sertakan halaman tersimpan dan berkas lain asal teksnya.</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Daftar pustaka</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Titik koma</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Dikirim oleh</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Pemisah</translation>
    </message>
    <message>
        <source>Signs such as “{0}” stand here where “{1}” was probably meant: the text was decoded twice.</source>
        <translation>Di sini ada tanda seperti “{0}” yang mungkin seharusnya “{1}”: teksnya didekode dua kali.</translation>
    </message>
    <message>
        <source>The article has further pages, which are not here: save them too, or save it as one page.</source>
        <translation>Artikel ini masih punya halaman lain yang tidak ada di sini: simpan juga halaman itu, atau simpan sebagai satu halaman.</translation>
    </message>
    <message>
        <source>The language of headings, values and explanations; what was written in the library stays as it is.</source>
        <translation>Bahasa judul kolom, nilai, dan penjelasan; yang tertulis di pustaka tetap apa adanya.</translation>
    </message>
    <message>
        <source>The language of the headings and the words around; quotes stay.</source>
        <translation>Bahasa judul dan kata-kata di sekelilingnya; kutipan tetap apa adanya.</translation>
    </message>
    <message>
        <source>The page&apos;s data hold {0} characters of the article that it does not show; they are among what was left out.</source>
        <translation>Data halaman memuat {0} karakter artikel yang tidak ditampilkannya; bagian itu termasuk yang disisihkan.</translation>
    </message>
    <message>
        <source>This may be only the beginning: the page says that the article goes on elsewhere, or for subscribers.</source>
        <translation>Ini mungkin hanya bagian awal: halaman ini menyebut artikelnya berlanjut di tempat lain atau untuk pelanggan.</translation>
    </message>
    <message>
        <source>This page seems to hold no article. If scripts draw it, save it again when all of it is shown in the browser.</source>
        <translation>Halaman ini tampaknya tidak memuat artikel. Jika isinya dibuat oleh skrip, simpanlah lagi setelah semuanya tampil di peramban.</translation>
    </message>
    <message>
        <source>Tilik set</source>
        <translation>Set Tilik</translation>
    </message>
    <message>
        <source>To train programs that find names and claims: spaCy, Flair, seqeval and others that read columns.</source>
        <translation>Untuk melatih program pencari nama dan klaim: spaCy, Flair, seqeval, dan program lain yang membaca kolom.</translation>
    </message>
    <message>
        <source>UTF-16 units</source>
        <translation>satuan UTF-16</translation>
    </message>
    <message>
        <source>UTF-8 bytes</source>
        <translation>bita UTF-8</translation>
    </message>
    <message>
        <source>What stands between two cells. Excel in Indonesian settings puts cells into columns at a semicolon.</source>
        <translation>Yang memisahkan dua sel. Excel dengan pengaturan Indonesia membagi kolom pada titik koma.</translation>
    </message>
    <message>
        <source>What the tool has no place for</source>
        <translation>Yang tidak punya tempat di alat itu</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>Buku kerja</translation>
    </message>
    <message>
        <source>Write every text that an article has had; else only those that marks stand on or were made on.</source>
        <translation>Tulis setiap teks yang pernah dimiliki artikel; jika tidak, hanya teks tempat tanda berada atau dibuat.</translation>
    </message>
    <message>
        <source>Write it beside the rest, where the tool passes over it, so that the set comes back into Tilik whole.</source>
        <translation>Tulis itu di samping yang lain, di tempat yang dilewati alat itu, supaya set ini kembali utuh ke Tilik.</translation>
    </message>
    <message>
        <source>XML data</source>
        <translation>data XML</translation>
    </message>
    <message>
        <source>Your name, for whoever takes corrections from the set; or none.</source>
        <translation>Nama Anda, untuk siapa pun yang mengambil koreksi dari set ini; boleh kosong.</translation>
    </message>
    <message>
        <source>[{0}, {1}) is no place</source>
        <translation>[{0}, {1}) bukan tempat</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>dokumen PostScript</translation>
    </message>
    <message>
        <source>a Windows shortcut</source>
        <translation>pintasan Windows</translation>
    </message>
    <message>
        <source>a backup of an older Tilik</source>
        <translation>cadangan dari Tilik yang lebih lama</translation>
    </message>
    <message>
        <source>a backup of {0}</source>
        <translation>cadangan tanggal {0}</translation>
    </message>
    <message>
        <source>a calendar or an address book</source>
        <translation>kalender atau buku alamat</translation>
    </message>
    <message>
        <source>a cell is longer than {0} characters; perhaps a quotation mark is not closed</source>
        <translation>satu sel lebih panjang dari {0} karakter; mungkin ada tanda kutip yang tidak ditutup</translation>
    </message>
    <message>
        <source>a damaged library that was kept when it was healed</source>
        <translation>pustaka rusak yang disimpan ketika dipulihkan</translation>
    </message>
    <message>
        <source>a date in the library is damaged; tilik check says more</source>
        <translation>sebuah tanggal dalam pustaka rusak; tilik check menjelaskan lebih lanjut</translation>
    </message>
    <message>
        <source>a feed that lists articles</source>
        <translation>umpan (feed) berisi daftar artikel</translation>
    </message>
    <message>
        <source>a file of bookmarks</source>
        <translation>berkas markah (bookmark)</translation>
    </message>
    <message>
        <source>a file of subtitles</source>
        <translation>berkas takarir (subtitle)</translation>
    </message>
    <message>
        <source>a later step builds on {0} {1}; nothing was changed</source>
        <translation>langkah yang lebih baru bertumpu pada {0} {1}; tidak ada yang diubah</translation>
    </message>
    <message>
        <source>a library that a backup took the place of</source>
        <translation>pustaka yang tempatnya diganti oleh cadangan</translation>
    </message>
    <message>
        <source>a link is made in Tilik, not here</source>
        <translation>tautan dibuat di Tilik, bukan di sini</translation>
    </message>
    <message>
        <source>a link needs an id and the marks that it joins</source>
        <translation>tautan memerlukan id dan tanda yang dihubungkannya</translation>
    </message>
    <message>
        <source>a link to {0}</source>
        <translation>tautan ke {0}</translation>
    </message>
    <message>
        <source>a list in the library is damaged; tilik check says more</source>
        <translation>sebuah daftar dalam pustaka rusak; tilik check menjelaskan lebih lanjut</translation>
    </message>
    <message>
        <source>a list of addresses</source>
        <translation>daftar alamat</translation>
    </message>
    <message>
        <source>a list of feeds</source>
        <translation>daftar umpan (feed)</translation>
    </message>
    <message>
        <source>a list of references</source>
        <translation>daftar pustaka</translation>
    </message>
    <message>
        <source>a mark of this article is damaged; tilik check says more</source>
        <translation>sebuah tanda pada artikel ini rusak; tilik check menjelaskan lebih lanjut</translation>
    </message>
    <message>
        <source>a name in it is no text</source>
        <translation>sebuah nama di dalamnya bukan teks</translation>
    </message>
    <message>
        <source>a new mark needs the words it stands on</source>
        <translation>tanda baru memerlukan kata-kata tempatnya berdiri</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>sebagian isinya hilang</translation>
    </message>
    <message>
        <source>a passphrase cannot be empty</source>
        <translation>frasa sandi tidak boleh kosong</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>presentasi</translation>
    </message>
    <message>
        <source>a property list</source>
        <translation>daftar properti</translation>
    </message>
    <message>
        <source>a relation joins what is no region of the text; it was not taken</source>
        <translation>sebuah relasi menghubungkan sesuatu yang bukan bagian teks; tidak diambil</translation>
    </message>
    <message>
        <source>a row cannot be read</source>
        <translation>sebuah baris tidak dapat dibaca</translation>
    </message>
    <message>
        <source>a spreadsheet</source>
        <translation>lembar kerja (spreadsheet)</translation>
    </message>
    <message>
        <source>a step of the history is damaged; tilik check says more</source>
        <translation>satu langkah riwayat rusak; jalankan tilik check untuk rinciannya</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>tabel</translation>
    </message>
    <message>
        <source>a table of marks</source>
        <translation>tabel tanda</translation>
    </message>
    <message>
        <source>a task has no text</source>
        <translation>sebuah tugas tidak punya teks</translation>
    </message>
    <message>
        <source>a task has no “data”</source>
        <translation>sebuah tugas tidak punya “data”</translation>
    </message>
    <message>
        <source>a {0} has no {1}</source>
        <translation>{0} tidak memiliki {1}</translation>
    </message>
    <message>
        <source>a {0} needs its {1}</source>
        <translation>{0} harus memiliki {1}</translation>
    </message>
    <message>
        <source>add it as a page with File &gt; Add files, or with “tilik add”</source>
        <translation>tambahkan sebagai halaman lewat Berkas &gt; Tambah berkas, atau dengan “tilik add”</translation>
    </message>
    <message>
        <source>add that address with File &gt; Add address, or with “tilik add {0}”</source>
        <translation>tambahkan alamat itu lewat Berkas &gt; Tambah alamat, atau dengan “tilik add {0}”</translation>
    </message>
    <message>
        <source>add the addresses that you want to read with File &gt; Add address, or with “tilik add”</source>
        <translation>tambahkan alamat yang ingin dibaca lewat Berkas &gt; Tambah alamat, atau dengan “tilik add”</translation>
    </message>
    <message>
        <source>all words from the first piece to the last are written</source>
        <translation>semua kata dari potongan pertama sampai terakhir ditulis</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>berkas OpenDocument</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>dokumen RTF</translation>
    </message>
    <message>
        <source>an SVG picture</source>
        <translation>gambar SVG</translation>
    </message>
    <message>
        <source>an address that is none of the web is not written</source>
        <translation>alamat yang bukan alamat web tidak ditulis</translation>
    </message>
    <message>
        <source>an annotated set</source>
        <translation>set anotasi</translation>
    </message>
    <message>
        <source>an article has no {0} to correct</source>
        <translation>artikel tidak punya {0} untuk dibetulkan</translation>
    </message>
    <message>
        <source>an article is added in Tilik, not here</source>
        <translation>artikel ditambahkan di Tilik, bukan di sini</translation>
    </message>
    <message>
        <source>an article needs a title</source>
        <translation>artikel memerlukan judul</translation>
    </message>
    <message>
        <source>an item of “{0}”</source>
        <translation>salah satu isi “{0}”</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>objek</translation>
    </message>
    <message>
        <source>annotation {0}</source>
        <translation>tanda {0}</translation>
    </message>
    <message>
        <source>annotation {0} ({1})</source>
        <translation>tanda {0} ({1})</translation>
    </message>
    <message>
        <source>annotation {0} does not say the words at its place in article {1}</source>
        <translation>anotasi {0} tidak memuat kata-kata di tempatnya dalam artikel {1}</translation>
    </message>
    <message>
        <source>annotation {0}: its words {1} are not in the text; it was kept with them</source>
        <translation>anotasi {0}: kata-katanya {1} tidak ada dalam teks; anotasi disimpan bersama kata-kata itu</translation>
    </message>
    <message>
        <source>annotation {0}: its words {1} were found elsewhere</source>
        <translation>anotasi {0}: kata-katanya {1} ditemukan di tempat lain</translation>
    </message>
    <message>
        <source>annotation {0}: only words like its {1} were found</source>
        <translation>anotasi {0}: hanya kata-kata yang mirip dengan {1} yang ditemukan</translation>
    </message>
    <message>
        <source>another backup is being made there</source>
        <translation>cadangan lain sedang dibuat di sana</translation>
    </message>
    <message>
        <source>article {0}</source>
        <translation>artikel {0}</translation>
    </message>
    <message>
        <source>articles in which a claim stands are named with it</source>
        <translation>artikel tempat sebuah klaim berada disebut bersama klaim itu</translation>
    </message>
    <message>
        <source>articles&apos; titles, sites, authors, dates and addresses</source>
        <translation>judul, situs, penulis, tanggal, dan alamat artikel</translation>
    </message>
    <message>
        <source>before step {0} of {1} the history was changed, or a part of it is missing</source>
        <translation>sebelum langkah {0} dari {1} riwayat diubah, atau sebagian hilang</translation>
    </message>
    <message>
        <source>bring it in with File &gt; Import annotated set, or with “tilik import”</source>
        <translation>masukkan lewat Berkas &gt; Impor set anotasi, atau dengan “tilik import”</translation>
    </message>
    <message>
        <source>cell {0}</source>
        <translation>sel {0}</translation>
    </message>
    <message>
        <source>cells that only tell what stands in other sheets ({0}) were changed in {1} rows; that does not come home. Change it where it stands</source>
        <translation>sel yang hanya menyalin isi lembar lain ({0}) diubah di {1} baris; perubahan itu tidak terbawa. Ubahlah di tempat asalnya</translation>
    </message>
    <message>
        <source>changed by something else since the library was closed on {0}: {1}</source>
        <translation>diubah oleh sesuatu yang lain sejak pustaka ditutup pada {0}: {1}</translation>
    </message>
    <message>
        <source>characters in composed form (NFC)</source>
        <translation>karakter bentuk gabungan (NFC)</translation>
    </message>
    <message>
        <source>characters in decomposed form (NFD)</source>
        <translation>karakter bentuk terurai (NFD)</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>klaim</translation>
    </message>
    <message>
        <source>claim {0} is neither in the set nor here; marks that mention it: {1}</source>
        <translation>klaim {0} tidak ada dalam set dan tidak ada di sini; tanda yang menyebutnya: {1}</translation>
    </message>
    <message>
        <source>claims&apos;, sources&apos;, evidence&apos;s and reviews&apos; further values from other programs</source>
        <translation>nilai tambahan klaim, sumber, bukti, dan pemeriksaan dari program lain</translation>
    </message>
    <message>
        <source>comment by {0}</source>
        <translation>komentar dari {0}</translation>
    </message>
    <message>
        <source>comment by {0} on “{1}”</source>
        <translation>komentar dari {0} pada “{1}”</translation>
    </message>
    <message>
        <source>damaged since then</source>
        <translation>rusak sejak saat itu</translation>
    </message>
    <message>
        <source>damaged since then, in the backup of {0} already</source>
        <translation>rusak sejak saat itu, sudah di cadangan tanggal {0}</translation>
    </message>
    <message>
        <source>doccano has no empty marks</source>
        <translation>doccano tidak mengenal tanda kosong</translation>
    </message>
    <message>
        <source>each cell stands in its column</source>
        <translation>tiap sel berada di kolomnya</translation>
    </message>
    <message>
        <source>each piece is a chunk of its own</source>
        <translation>setiap potongan menjadi bagian tersendiri</translation>
    </message>
    <message>
        <source>each piece is a mark of its own there</source>
        <translation>di sana tiap potong menjadi tanda sendiri</translation>
    </message>
    <message>
        <source>each piece is a selection of its own</source>
        <translation>setiap potongan menjadi pilihan tersendiri</translation>
    </message>
    <message>
        <source>end of a link</source>
        <translation>ujung tautan</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>bukti</translation>
    </message>
    <message>
        <source>files of the desk that could tell who a protected source is</source>
        <translation>berkas redaksi yang bisa mengungkap sumber yang dilindungi</translation>
    </message>
    <message>
        <source>headings, lists, tables, emphasis and links are written</source>
        <translation>judul, daftar, tabel, penekanan, dan tautan dituliskan</translation>
    </message>
    <message>
        <source>highlight {0}</source>
        <translation>sorotan {0}</translation>
    </message>
    <message>
        <source>in the page&apos;s data only</source>
        <translation>hanya ada di data halaman</translation>
    </message>
    <message>
        <source>it does not say what text it speaks of</source>
        <translation>tidak disebutkan teks mana yang dimaksud</translation>
    </message>
    <message>
        <source>it does not say which article its words are in</source>
        <translation>tidak disebutkan kata-katanya ada di artikel mana</translation>
    </message>
    <message>
        <source>it has a DOCTYPE, which no file of this kind has; it was not read</source>
        <translation>berkas ini memuat DOCTYPE, yang tidak ada pada berkas sejenis ini; berkas tidak dibaca</translation>
    </message>
    <message>
        <source>it has links to other workbooks; they were not followed</source>
        <translation>ada tautan ke buku kerja lain; tautan itu tidak diikuti</translation>
    </message>
    <message>
        <source>it has neither a place nor words</source>
        <translation>tidak punya tempat maupun kata-kata</translation>
    </message>
    <message>
        <source>it has neither “entities” nor a list of [from, to, label]</source>
        <translation>tidak punya “entities” maupun daftar [dari, sampai, label]</translation>
    </message>
    <message>
        <source>it has several texts ({0}), which Tilik does not take</source>
        <translation>ada beberapa teks di dalamnya ({0}), yang tidak diterima Tilik</translation>
    </message>
    <message>
        <source>it holds a formula, whose value is not taken</source>
        <translation>isinya rumus, yang nilainya tidak diambil</translation>
    </message>
    <message>
        <source>it holds more than {0} characters</source>
        <translation>isinya lebih dari {0} karakter</translation>
    </message>
    <message>
        <source>it holds the error {0}</source>
        <translation>isinya galat {0}</translation>
    </message>
    <message>
        <source>it holds {0}, which is no number</source>
        <translation>isinya {0}, yang bukan angka</translation>
    </message>
    <message>
        <source>it is a second sheet of that kind; it was left out</source>
        <translation>ini lembar kedua dari jenis yang sama dan dilewati</translation>
    </message>
    <message>
        <source>it is in the trash here</source>
        <translation>di sini berada di tempat sampah</translation>
    </message>
    <message>
        <source>it is longer than {0} bytes</source>
        <translation>lebih panjang dari {0} bita</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>susunannya terlalu dalam</translation>
    </message>
    <message>
        <source>it is no JSON of a CAS</source>
        <translation>ini bukan JSON dari sebuah CAS</translation>
    </message>
    <message>
        <source>it is no XMI of a CAS</source>
        <translation>ini bukan XMI dari sebuah CAS</translation>
    </message>
    <message>
        <source>it is no library</source>
        <translation>itu bukan pustaka</translation>
    </message>
    <message>
        <source>it needed too much memory and was given up</source>
        <translation>memerlukan terlalu banyak memori dan dihentikan</translation>
    </message>
    <message>
        <source>it speaks of several texts at once</source>
        <translation>ini membicarakan beberapa teks sekaligus</translation>
    </message>
    <message>
        <source>it stands on an older text that is not in the set</source>
        <translation>berada pada teks lama yang tidak ada dalam set</translation>
    </message>
    <message>
        <source>it took too long and was given up</source>
        <translation>memakan waktu terlalu lama dan dihentikan</translation>
    </message>
    <message>
        <source>its comments</source>
        <translation>komentarnya</translation>
    </message>
    <message>
        <source>its label is “{0}” and its label’s name “{1}”; “{0}” was taken. Change both</source>
        <translation>labelnya “{0}” tetapi nama labelnya “{1}”; “{0}” yang diambil. Ubahlah keduanya</translation>
    </message>
    <message>
        <source>its list of pieces is damaged</source>
        <translation>daftar potongannya rusak</translation>
    </message>
    <message>
        <source>its marks are in a form that Java alone reads; export the project again with “UIMA CAS XMI” as the second format</source>
        <translation>tandanya tersimpan dalam bentuk yang hanya dapat dibaca Java; ekspor lagi proyeknya dengan “UIMA CAS XMI” sebagai format kedua</translation>
    </message>
    <message>
        <source>its name alone; it cannot be taken back any more</source>
        <translation>hanya namanya; tidak dapat diurungkan lagi</translation>
    </message>
    <message>
        <source>its offsets were taken as {0}, which the words beside them prove</source>
        <translation>posisinya dibaca sebagai {0}, yang dibuktikan oleh kata-kata di sampingnya</translation>
    </message>
    <message>
        <source>its original page, cleaned again</source>
        <translation>halaman aslinya, dibersihkan ulang</translation>
    </message>
    <message>
        <source>its own place; a stray copy of it is left out here</source>
        <translation>tempat aslinya; salinan yang tersesat di sini tidak diambil</translation>
    </message>
    <message>
        <source>its pieces are not the library that was backed up</source>
        <translation>potongannya bukan pustaka yang dicadangkan</translation>
    </message>
    <message>
        <source>its quotation marks do not fit ({0}); perhaps the file is cut off</source>
        <translation>tanda kutipnya tidak berpasangan ({0}); mungkin berkasnya terpotong</translation>
    </message>
    <message>
        <source>its text is not in the file</source>
        <translation>teksnya tidak ada dalam berkas</translation>
    </message>
    <message>
        <source>its text is not in the file: it is to be fetched</source>
        <translation>teksnya tidak ada di dalam berkas: teks itu perlu diambil</translation>
    </message>
    <message>
        <source>its text is not in the file: it is to be fetched; marks that wait for it: {0}</source>
        <translation>teksnya tidak ada di dalam berkas: teks itu perlu diambil; tanda yang menunggunya: {0}</translation>
    </message>
    <message>
        <source>its text was changed elsewhere; it is taken as a text of others</source>
        <translation>teksnya diubah di tempat lain; diambil sebagai teks orang lain</translation>
    </message>
    <message>
        <source>its text {0} is not there</source>
        <translation>teksnya, {0}, tidak ada</translation>
    </message>
    <message>
        <source>its text {0} is that of another article here</source>
        <translation>teksnya, {0}, adalah teks artikel lain di sini</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>label</translation>
    </message>
    <message>
        <source>labels and their colours are written as codes</source>
        <translation>label dan warnanya ditulis sebagai kode</translation>
    </message>
    <message>
        <source>labels are written as tags</source>
        <translation>label ditulis sebagai tag</translation>
    </message>
    <message>
        <source>lacking; written without</source>
        <translation>belum ada; ditulis tanpanya</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>baris {0}</translation>
    </message>
    <message>
        <source>line {0} was not taken: {1}</source>
        <translation>baris {0} tidak diambil: {1}</translation>
    </message>
    <message>
        <source>line {0}, column {1}: not XML: {2}</source>
        <translation>baris {0}, kolom {1}: bukan XML: {2}</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>tanda</translation>
    </message>
    <message>
        <source>mark {0} is not here</source>
        <translation>tanda {0} tidak ada di sini</translation>
    </message>
    <message>
        <source>mark {0} stands in an earlier row too; this one was left out</source>
        <translation>tanda {0} sudah ada di baris sebelumnya; baris ini dilewati</translation>
    </message>
    <message>
        <source>marked on another text: {0} in place, {1} moved, {2} changed, {3} not found</source>
        <translation>ditandai pada teks lain: {0} di tempat, {1} pindah, {2} berubah, {3} tidak ditemukan</translation>
    </message>
    <message>
        <source>marks of “{0}” are missing, or shown that are not its own</source>
        <translation>tanda pada “{0}” ada yang hilang, atau tampil tanda yang bukan miliknya</translation>
    </message>
    <message>
        <source>missing since the library was closed on {0}: {1} × {2}</source>
        <translation>hilang sejak pustaka ditutup pada {0}: {1} × {2}</translation>
    </message>
    <message>
        <source>name, address or logo of who publishes, in the settings of the library</source>
        <translation>nama, alamat, atau logo penerbit, di setelan pustaka</translation>
    </message>
    <message>
        <source>neither a task of Label Studio nor a list of them</source>
        <translation>bukan tugas Label Studio dan bukan daftar tugas</translation>
    </message>
    <message>
        <source>neither an export of Hypothesis nor an answer of it</source>
        <translation>bukan ekspor dari Hypothesis dan bukan pula jawabannya</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>bersarang terlalu dalam</translation>
    </message>
    <message>
        <source>new evidence needs its claim, as the sheet of claims words it, and an address</source>
        <translation>bukti baru memerlukan klaimnya, persis seperti di lembar klaim, dan sebuah alamat</translation>
    </message>
    <message>
        <source>no backup at the second place: {0}: {1}</source>
        <translation>tidak ada cadangan di tempat kedua: {0}: {1}</translation>
    </message>
    <message>
        <source>no id</source>
        <translation>tanpa id</translation>
    </message>
    <message>
        <source>no words beside its offsets prove how they are counted; they were taken as characters</source>
        <translation>tidak ada kata di samping posisinya yang membuktikan cara menghitungnya; dibaca sebagai karakter</translation>
    </message>
    <message>
        <source>none of its articles is here; its {0} were left out</source>
        <translation>tidak satu pun artikelnya ada di sini; {0} dilewati</translation>
    </message>
    <message>
        <source>not JSON: {0} is no number</source>
        <translation>bukan JSON: {0} bukan bilangan</translation>
    </message>
    <message>
        <source>not UTF-8 text (at byte {0})</source>
        <translation>bukan teks UTF-8 (pada bita {0})</translation>
    </message>
    <message>
        <source>not XML: {0}</source>
        <translation>bukan XML: {0}</translation>
    </message>
    <message>
        <source>not a list but {0}</source>
        <translation>bukan daftar, melainkan {0}</translation>
    </message>
    <message>
        <source>not a list of {0} to {1} values but {2}</source>
        <translation>bukan daftar dengan {0} sampai {1} nilai, melainkan {2}</translation>
    </message>
    <message>
        <source>not base64</source>
        <translation>bukan base64</translation>
    </message>
    <message>
        <source>not {0} but {1}</source>
        <translation>bukan {0}, melainkan {1}</translation>
    </message>
    <message>
        <source>note of what an import brought</source>
        <translation>catatan tentang isi sebuah impor</translation>
    </message>
    <message>
        <source>note of which article a step is of</source>
        <translation>catatan tentang artikel yang terkait sebuah langkah</translation>
    </message>
    <message>
        <source>of mark {0} only {1} of {2} pieces are in the table; it was left as it is</source>
        <translation>dari tanda {0} hanya {1} dari {2} bagian ada dalam tabel; tanda itu dibiarkan apa adanya</translation>
    </message>
    <message>
        <source>one more for a byte order mark</source>
        <translation>satu lebih karena tanda urutan bita</translation>
    </message>
    <message>
        <source>only the words of claims are written</source>
        <translation>hanya kata-kata klaim yang ditulis</translation>
    </message>
    <message>
        <source>only what is in the trash is deleted for good; nothing was changed</source>
        <translation>hanya yang ada di sampah yang dihapus selamanya; tidak ada yang diubah</translation>
    </message>
    <message>
        <source>parts of it cannot be read: {0}</source>
        <translation>ada bagian yang tidak dapat dibaca: {0}</translation>
    </message>
    <message>
        <source>place of reading</source>
        <translation>tempat membaca</translation>
    </message>
    <message>
        <source>rating, reasons, date and address are written</source>
        <translation>penilaian, alasan, tanggal, dan alamat ditulis</translation>
    </message>
    <message>
        <source>region {0} is no place in a plain text; it was not taken</source>
        <translation>bagian {0} bukan tempat di teks biasa; tidak diambil</translation>
    </message>
    <message>
        <source>relation {0} (no id)</source>
        <translation>tautan {0} (tanpa id)</translation>
    </message>
    <message>
        <source>relation {0} ({1})</source>
        <translation>tautan {0} ({1})</translation>
    </message>
    <message>
        <source>relations join words that are no span; not taken: {0}</source>
        <translation>relasi yang menghubungkan kata-kata yang bukan rentang; tidak diambil: {0}</translation>
    </message>
    <message>
        <source>review</source>
        <translation>pemeriksaan</translation>
    </message>
    <message>
        <source>reviews without a verdict</source>
        <translation>pemeriksaan tanpa putusan</translation>
    </message>
    <message>
        <source>reviews without the address where they are published, which Google asks for</source>
        <translation>pemeriksaan tanpa alamat terbitnya, yang diminta Google</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>baris {0}</translation>
    </message>
    <message>
        <source>rows of tables with cells that are merged or head their row</source>
        <translation>baris tabel dengan sel gabungan atau sel kepala baris</translation>
    </message>
    <message>
        <source>save it as a web page or as plain text, and add that</source>
        <translation>simpan sebagai halaman web atau teks polos, lalu tambahkan hasilnya</translation>
    </message>
    <message>
        <source>save the words to be read as plain text, and add that</source>
        <translation>simpan bagian yang ingin dibaca sebagai teks polos, lalu tambahkan hasilnya</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>setelan</translation>
    </message>
    <message>
        <source>source</source>
        <translation>sumber</translation>
    </message>
    <message>
        <source>step of the history</source>
        <translation>langkah riwayat</translation>
    </message>
    <message>
        <source>step {0} of {1} is not as it was kept</source>
        <translation>langkah {0} dari {1} tidak lagi seperti saat disimpan</translation>
    </message>
    <message>
        <source>struck out by the publisher</source>
        <translation>dicoret oleh penerbit</translation>
    </message>
    <message>
        <source>task {0}</source>
        <translation>tugas {0}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>teks</translation>
    </message>
    <message>
        <source>text {0}</source>
        <translation>teks {0}</translation>
    </message>
    <message>
        <source>the columns {0} are none that Tilik writes; they were left out</source>
        <translation>kolom {0} bukan kolom yang ditulis Tilik dan dilewati</translation>
    </message>
    <message>
        <source>the counts of marks by label and annotator are not right</source>
        <translation>jumlah tanda menurut label dan penanda tidak benar</translation>
    </message>
    <message>
        <source>the day of the capture is written</source>
        <translation>hari pengambilannya ditulis</translation>
    </message>
    <message>
        <source>the file is damaged in {0} more places</source>
        <translation>berkas rusak di {0} tempat lain</translation>
    </message>
    <message>
        <source>the history</source>
        <translation>riwayat</translation>
    </message>
    <message>
        <source>the history does not say rightly which articles {0} of its steps are of</source>
        <translation>riwayat tidak menyebut dengan benar artikel dari {0} langkahnya</translation>
    </message>
    <message>
        <source>the key file is damaged or is none</source>
        <translation>berkas kunci rusak atau bukan berkas kunci</translation>
    </message>
    <message>
        <source>the key file {0} is missing or damaged</source>
        <translation>berkas kunci {0} tidak ada atau rusak</translation>
    </message>
    <message>
        <source>the key file {0} is missing or damaged and was not written: {1}</source>
        <translation>berkas kunci {0} tidak ada atau rusak dan tidak dapat ditulis: {1}</translation>
    </message>
    <message>
        <source>the key file {0} was missing or damaged; it was made anew from a copy of it</source>
        <translation>berkas kunci {0} tadinya tidak ada atau rusak; berkas itu dibuat ulang dari salinannya</translation>
    </message>
    <message>
        <source>the label {0} is called {1} in the set, or looks otherwise there</source>
        <translation>label {0} bernama {1} dalam set, atau tampilannya berbeda di sana</translation>
    </message>
    <message>
        <source>the library has {0} problems; `tilik check` lists them</source>
        <translation>pustaka ini punya {0} masalah; `tilik check` menyebutkannya</translation>
    </message>
    <message>
        <source>the library is encrypted, and so are its backups</source>
        <translation>pustaka ini terenkripsi, begitu pula cadangannya</translation>
    </message>
    <message>
        <source>the library is encrypted; {0} copies of it are not, in {1}</source>
        <translation>pustaka ini terenkripsi; {0} salinannya tidak, di {1}</translation>
    </message>
    <message>
        <source>the library {0} is empty now</source>
        <translation>pustaka {0} sekarang kosong</translation>
    </message>
    <message>
        <source>the library {0} is not there any more</source>
        <translation>pustaka {0} tidak ada lagi</translation>
    </message>
    <message>
        <source>the link from the first end to the second is written, where it has both</source>
        <translation>tautan dari ujung pertama ke ujung kedua ditulis, jika keduanya ada</translation>
    </message>
    <message>
        <source>the longest</source>
        <translation>yang terpanjang</translation>
    </message>
    <message>
        <source>the newest changes, which stand beside the file (-wal), cannot be read; they may be lost</source>
        <translation>perubahan terbaru, yang tersimpan di samping berkas (-wal), tidak dapat dibaca; mungkin hilang</translation>
    </message>
    <message>
        <source>the one that begins first</source>
        <translation>yang dimulai paling awal</translation>
    </message>
    <message>
        <source>the original files are written</source>
        <translation>berkas aslinya ditulis</translation>
    </message>
    <message>
        <source>the plain texts and the original files are written</source>
        <translation>teks polos dan berkas aslinya ditulis</translation>
    </message>
    <message>
        <source>the process that read it broke down ({0})</source>
        <translation>proses yang membacanya berhenti karena kesalahan ({0})</translation>
    </message>
    <message>
        <source>the process that read it was ended from outside</source>
        <translation>proses yang membacanya dihentikan dari luar</translation>
    </message>
    <message>
        <source>the row ends early; perhaps the file is cut off</source>
        <translation>barisnya kurang lengkap; mungkin berkasnya terpotong</translation>
    </message>
    <message>
        <source>the rows of one article say “{0}” in two ways ({1} and {2}); the one here was kept. Change all of them</source>
        <translation>baris-baris satu artikel menyebut “{0}” secara berbeda ({1} dan {2}); yang di sini dipertahankan. Ubahlah semuanya</translation>
    </message>
    <message>
        <source>the search index holds other words than the library; a search may miss some</source>
        <translation>indeks pencarian memuat kata yang lain dari pustaka; pencarian mungkin melewatkan sesuatu</translation>
    </message>
    <message>
        <source>the search was stopped</source>
        <translation>pencarian dihentikan</translation>
    </message>
    <message>
        <source>the second place of backups is not there: {0}</source>
        <translation>tempat kedua untuk cadangan tidak ada: {0}</translation>
    </message>
    <message>
        <source>the second place of backups is not there: {0}; it may still hold what you deleted</source>
        <translation>tempat cadangan kedua tidak ada: {0}; mungkin masih berisi yang Anda hapus</translation>
    </message>
    <message>
        <source>the second place of backups is not there: {0}; the older passphrase still opens the key file there</source>
        <translation>tempat kedua untuk cadangan tidak ada: {0}; frasa sandi lama masih membuka berkas kunci di sana</translation>
    </message>
    <message>
        <source>the tags of {0} things were trimmed, and empty and double ones left out</source>
        <translation>tag pada {0} butir dirapikan, yang kosong dan ganda ditinggalkan</translation>
    </message>
    <message>
        <source>the task</source>
        <translation>tugas itu</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>teks itu</translation>
    </message>
    <message>
        <source>the text of article {0} was changed since; nothing was changed</source>
        <translation>teks artikel {0} sudah berubah sejak itu; tidak ada yang diubah</translation>
    </message>
    <message>
        <source>the text of “{0}” is not in the file, and no such article is here; add it first</source>
        <translation>teks “{0}” tidak ada dalam berkas, dan artikelnya tidak ada di sini; tambahkan dulu</translation>
    </message>
    <message>
        <source>the text of “{0}” is not in the file; selections that were lost with it: {1}</source>
        <translation>teks “{0}” tidak ada di dalam berkas; pilihan yang ikut hilang: {1}</translation>
    </message>
    <message>
        <source>the tokens of each mark are written</source>
        <translation>token setiap tanda ditulis</translation>
    </message>
    <message>
        <source>the words are the same, but what is said of them has changed</source>
        <translation>kata-katanya sama, tetapi yang dikatakan tentangnya berubah</translation>
    </message>
    <message>
        <source>the words that were marked are quoted</source>
        <translation>kata-kata yang ditandai dikutip</translation>
    </message>
    <message>
        <source>their wording is written</source>
        <translation>bunyinya ditulis</translation>
    </message>
    <message>
        <source>their words are written, without the blanks between them</source>
        <translation>kata-katanya ditulis, tanpa spasi di antaranya</translation>
    </message>
    <message>
        <source>there are no words in what was pasted or dropped</source>
        <translation>tidak ada kata dalam yang ditempel atau dijatuhkan</translation>
    </message>
    <message>
        <source>there is a file already that this command did not write (--force replaces it); nothing was written</source>
        <translation>sudah ada berkas yang bukan buatan perintah ini (--force menggantinya); tidak ada yang ditulis</translation>
    </message>
    <message>
        <source>there is no CAS in it that can be read</source>
        <translation>tidak ada CAS di dalamnya yang dapat dibaca</translation>
    </message>
    <message>
        <source>there is no such step to be taken back or done again</source>
        <translation>tidak ada langkah seperti itu untuk diurungkan atau diulangi</translation>
    </message>
    <message>
        <source>there is no text in it</source>
        <translation>tidak ada teks di dalamnya</translation>
    </message>
    <message>
        <source>these words do not open the library; nothing was changed</source>
        <translation>kata-kata ini tidak membuka pustaka; tidak ada yang diubah</translation>
    </message>
    <message>
        <source>they are written with the marks</source>
        <translation>semuanya ditulis bersama tanda</translation>
    </message>
    <message>
        <source>they stand on their words</source>
        <translation>tanda berdiri pada kata-katanya</translation>
    </message>
    <message>
        <source>this computer&apos;s proxy could not be reached or refused it</source>
        <translation>proksi komputer ini tidak terjangkau atau menolaknya</translation>
    </message>
    <message>
        <source>this is {0}</source>
        <translation>ini {0}</translation>
    </message>
    <message>
        <source>this is {0}; {1}</source>
        <translation>ini {0}; {1}</translation>
    </message>
    <message>
        <source>those of claims are written</source>
        <translation>yang ada pada klaim ditulis</translation>
    </message>
    <message>
        <source>titles stand for questions, excerpts are the answers</source>
        <translation>judul menjadi pertanyaan, kutipan menjadi jawaban</translation>
    </message>
    <message>
        <source>to be fetched: {0}</source>
        <translation>belum diambil: {0}</translation>
    </message>
    <message>
        <source>too long for one PDF ({0} % of what one may hold); choose fewer articles, HTML or Word</source>
        <translation>terlalu panjang untuk satu PDF ({0} % dari batasnya); pilih lebih sedikit artikel, HTML, atau Word</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>benar atau salah</translation>
    </message>
    <message>
        <source>two for each line end</source>
        <translation>dua untuk setiap akhir baris</translation>
    </message>
    <message>
        <source>verdict, reasons, method and address are written</source>
        <translation>putusan, alasan, metode, dan alamat ditulis</translation>
    </message>
    <message>
        <source>what came in this format is written as it came</source>
        <translation>yang datang dalam format ini ditulis seperti aslinya</translation>
    </message>
    <message>
        <source>what is no mark on words was kept as it came, to be written again: {0}</source>
        <translation>yang bukan tanda pada kata disimpan seperti aslinya untuk ditulis lagi: {0}</translation>
    </message>
    <message>
        <source>what leads from one mark to another is written</source>
        <translation>yang menghubungkan satu tanda ke tanda lain ditulis</translation>
    </message>
    <message>
        <source>what was written of {0} is not what it holds; nothing was replaced</source>
        <translation>yang ditulis dari {0} tidak sama dengan isinya; tidak ada yang diganti</translation>
    </message>
    <message>
        <source>what you named is deleted, but the file could not be written anew: {0}</source>
        <translation>yang Anda sebut sudah dihapus, tetapi berkasnya tidak dapat ditulis ulang: {0}</translation>
    </message>
    <message>
        <source>when the text was captured is written</source>
        <translation>waktu teks diambil dituliskan</translation>
    </message>
    <message>
        <source>when they were captured and their SHA-256 are written</source>
        <translation>waktu pengambilan dan SHA-256-nya dituliskan</translation>
    </message>
    <message>
        <source>who entered claims, sources, evidence and reviews, and when</source>
        <translation>siapa yang memasukkan klaim, sumber, bukti, dan pemeriksaan, serta kapan</translation>
    </message>
    <message>
        <source>who says a claim is written</source>
        <translation>siapa yang mengatakan klaim ditulis</translation>
    </message>
    <message>
        <source>who stands to a claim, how, and through whom is written</source>
        <translation>siapa yang menyikapi suatu klaim, bagaimana, dan melalui siapa ditulis</translation>
    </message>
    <message>
        <source>who was asked is marked in Tilik, not here</source>
        <translation>siapa yang ditanya ditandai di Tilik, bukan di sini</translation>
    </message>
    <message>
        <source>with their text: {0}</source>
        <translation>beserta teksnya: {0}</translation>
    </message>
    <message>
        <source>withheld, with the text that was read from them</source>
        <translation>ditahan, bersama teks yang dibaca darinya</translation>
    </message>
    <message>
        <source>wording and type of those with a verdict are written</source>
        <translation>bunyi dan jenis klaim yang sudah diputuskan ditulis</translation>
    </message>
    <message>
        <source>words that the publisher struck out</source>
        <translation>kata-kata yang dicoret penerbit</translation>
    </message>
    <message>
        <source>written without it</source>
        <translation>ditulis tanpanya</translation>
    </message>
    <message>
        <source>{0} (entries: {1})</source>
        <translation>{0} (entri: {1})</translation>
    </message>
    <message>
        <source>{0} can be read in two ways; write it as 2026-02-16</source>
        <translation>{0} dapat dibaca dua cara; tulislah sebagai 2026-02-16</translation>
    </message>
    <message>
        <source>{0} can be read in two ways; write the month as a word, or 2026-02-16</source>
        <translation>{0} dapat dibaca dengan dua cara; tulis bulannya dengan kata, atau 2026-02-16</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>{0} tidak bisa dibaca: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}, and a copy to read from could not be made: {2}</source>
        <translation>{0} tidak dapat dibaca: {1}, dan salinan untuk dibaca tidak dapat dibuat: {2}</translation>
    </message>
    <message>
        <source>{0} could not be fetched: this computer&apos;s proxy is of a kind that Tilik cannot use</source>
        <translation>{0} tidak dapat diambil: proksi komputer ini berjenis yang tidak dapat dipakai Tilik</translation>
    </message>
    <message>
        <source>{0} could not be fetched: {1}</source>
        <translation>{0} tidak bisa diambil: {1}</translation>
    </message>
    <message>
        <source>{0} could not be healed and was left as it is: {1}</source>
        <translation>{0} tidak dapat dipulihkan dan dibiarkan seperti adanya: {1}</translation>
    </message>
    <message>
        <source>{0} could not be read whole: {1}</source>
        <translation>{0} tidak dapat dibaca utuh: {1}</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>{0} tidak dapat ditulis: {1}</translation>
    </message>
    <message>
        <source>{0} does not belong in a library of Tilik</source>
        <translation>{0} bukan bagian dari pustaka Tilik</translation>
    </message>
    <message>
        <source>{0} has no address to fetch its text from</source>
        <translation>{0} tidak punya alamat untuk mengambil teksnya</translation>
    </message>
    <message>
        <source>{0} holds what no Tilik put there ({1}); it was not opened. tilik check --copy makes a clean library of it</source>
        <translation>{0} memuat sesuatu yang tidak dibuat Tilik ({1}); pustaka itu tidak dibuka. tilik check --copy membuat pustaka yang bersih darinya</translation>
    </message>
    <message>
        <source>{0} is damaged and was left as it is</source>
        <translation>{0} rusak dan dibiarkan apa adanya</translation>
    </message>
    <message>
        <source>{0} is encrypted already</source>
        <translation>{0} sudah terenkripsi</translation>
    </message>
    <message>
        <source>{0} is encrypted, and its key file {1} is missing or damaged; there is no copy of it with the backups</source>
        <translation>{0} terenkripsi, dan berkas kuncinya {1} tidak ada atau rusak; tidak ada salinannya di antara cadangan</translation>
    </message>
    <message>
        <source>{0} is encrypted: its passphrase or its recovery words open it</source>
        <translation>{0} terenkripsi: frasa sandi atau kata pemulihannya yang membukanya</translation>
    </message>
    <message>
        <source>{0} is missing in the library</source>
        <translation>{0} tidak ada dalam pustaka</translation>
    </message>
    <message>
        <source>{0} is no Tilik library; it was left as it is</source>
        <translation>{0} bukan pustaka Tilik; dibiarkan apa adanya</translation>
    </message>
    <message>
        <source>{0} is no address of a page</source>
        <translation>{0} bukan alamat halaman</translation>
    </message>
    <message>
        <source>{0} is no address: {1}</source>
        <translation>{0} bukan alamat yang benar: {1}</translation>
    </message>
    <message>
        <source>{0} is no date</source>
        <translation>{0} bukan tanggal</translation>
    </message>
    <message>
        <source>{0} is no date of the calendar</source>
        <translation>{0} bukan tanggal yang ada di kalender</translation>
    </message>
    <message>
        <source>{0} is no date; write it as 2026-02-16, or with the month as a word</source>
        <translation>{0} bukan tanggal; tulis seperti 2026-02-16, atau dengan nama bulan</translation>
    </message>
    <message>
        <source>{0} is no number of a structure</source>
        <translation>{0} bukan nomor sebuah struktur</translation>
    </message>
    <message>
        <source>{0} is none of {1}</source>
        <translation>{0} bukan salah satu dari {1}</translation>
    </message>
    <message>
        <source>{0} is not UTF-8 text ({1} at byte {2})</source>
        <translation>{0} bukan teks UTF-8 ({1} pada bita {2})</translation>
    </message>
    <message>
        <source>{0} is not a whole number</source>
        <translation>{0} bukan bilangan bulat</translation>
    </message>
    <message>
        <source>{0} is not encrypted</source>
        <translation>{0} tidak terenkripsi</translation>
    </message>
    <message>
        <source>{0} is not the text that was put in: its digest differs</source>
        <translation>{0} bukan teks yang dimasukkan: sidiknya berbeda</translation>
    </message>
    <message>
        <source>{0} is on a network drive; it is written without a log beside it, which is slower, and by one program at a time</source>
        <translation>{0} ada di drive jaringan; pustaka itu ditulis tanpa log di sampingnya, yang lebih lambat, dan oleh satu program saja</translation>
    </message>
    <message>
        <source>{0} is there already</source>
        <translation>{0} sudah ada</translation>
    </message>
    <message>
        <source>{0} leads back to itself by {1}; that step was left out</source>
        <translation>{0} kembali ke dirinya sendiri lewat {1}; langkah itu ditinggalkan</translation>
    </message>
    <message>
        <source>{0} leads to {1}, which is not there</source>
        <translation>{0} mengarah ke {1}, yang tidak ada</translation>
    </message>
    <message>
        <source>{0} lies in a folder that {1} synchronises; let only one computer have it open, and keep backups elsewhere</source>
        <translation>{0} ada dalam folder yang disinkronkan oleh {1}; biarkan hanya satu komputer membukanya, dan simpan cadangan di tempat lain</translation>
    </message>
    <message>
        <source>{0} names no year of four digits</source>
        <translation>{0} tidak menyebut tahun dengan empat angka</translation>
    </message>
    <message>
        <source>{0} of the {1} pages hold pictures and no text; what stands on them is not here.</source>
        <translation>{0} dari {1} halaman berisi gambar tanpa teks; isinya tidak ada di sini.</translation>
    </message>
    <message>
        <source>{0} records belong to article {1}, which is not in the set</source>
        <translation>{0} catatan milik artikel {1}, yang tidak ada dalam set</translation>
    </message>
    <message>
        <source>{0} times name no zone; they were taken as UTC</source>
        <translation>{0} waktu tidak menyebut zona; dibaca sebagai UTC</translation>
    </message>
    <message>
        <source>{0} values held characters that no text may hold; they were replaced</source>
        <translation>{0} nilai memuat karakter yang tidak boleh ada dalam teks; karakter itu diganti</translation>
    </message>
    <message>
        <source>{0} was left in the middle of a change, which only SQLite can end</source>
        <translation>{0} ditinggalkan di tengah perubahan, yang hanya dapat diselesaikan oleh SQLite</translation>
    </message>
    <message>
        <source>{0} was made by another version of Tilik (schema {1}, this one knows {2}) and holds what no Tilik put there: no clean copy can be made of it</source>
        <translation>{0} dibuat oleh versi Tilik lain (skema {1}, versi ini mengenal {2}) dan berisi sesuatu yang tidak berasal dari Tilik: salinan bersih tidak dapat dibuat</translation>
    </message>
    <message>
        <source>{0} was not removed: {1}</source>
        <translation>{0} tidak dihapus: {1}</translation>
    </message>
    <message>
        <source>{0} was not written, and the older passphrase still opens it: {1}</source>
        <translation>{0} tidak ditulis, dan frasa sandi lama masih membukanya: {1}</translation>
    </message>
    <message>
        <source>{0} was redirected to what is no address: {1}</source>
        <translation>{0} dialihkan ke alamat yang tidak benar: {1}</translation>
    </message>
    <message>
        <source>{0} {1} differs from the one here ({2}); both were kept</source>
        <translation>{0} {1} berbeda dari yang di sini ({2}); keduanya disimpan</translation>
    </message>
    <message>
        <source>{0} {1} differs from the one here ({2}); ours was kept</source>
        <translation>{0} {1} berbeda dari yang di sini ({2}); milik kita yang dipertahankan</translation>
    </message>
    <message>
        <source>{0} {1} differs from the one here ({2}); what the set says was taken</source>
        <translation>{0} {1} berbeda dari yang di sini ({2}); yang dari set yang diambil</translation>
    </message>
    <message>
        <source>{0} {1} is damaged; tilik check says more</source>
        <translation>{0} {1} rusak; tilik check menjelaskan lebih lanjut</translation>
    </message>
    <message>
        <source>{0} {1} is not as it was stored; it is handed out as it is</source>
        <translation>{0} {1} tidak lagi seperti saat disimpan; diserahkan apa adanya</translation>
    </message>
    <message>
        <source>{0} {1} needs what is no longer there; nothing was changed</source>
        <translation>{0} {1} memerlukan sesuatu yang sudah tidak ada; tidak ada yang diubah</translation>
    </message>
    <message>
        <source>{0} {1}: what this Tilik does not know ({2}) was kept aside</source>
        <translation>{0} {1}: yang tidak dikenal Tilik ini ({2}) disimpan terpisah</translation>
    </message>
    <message>
        <source>{0} “{1}” cannot be read</source>
        <translation>{0} “{1}” tidak dapat dibaca</translation>
    </message>
    <message>
        <source>{0} “{1}” in “{2}” cannot be read</source>
        <translation>{0} “{1}” dalam “{2}” tidak dapat dibaca</translation>
    </message>
    <message>
        <source>{0} “{1}” in “{2}” is missing</source>
        <translation>{0} “{1}” dalam “{2}” hilang</translation>
    </message>
    <message>
        <source>{0} “{1}” in “{2}” is not as it was stored</source>
        <translation>{0} “{1}” dalam “{2}” tidak lagi seperti saat disimpan</translation>
    </message>
    <message>
        <source>{0} “{1}” is missing</source>
        <translation>{0} “{1}” hilang</translation>
    </message>
    <message>
        <source>{0} “{1}” is not as it was stored</source>
        <translation>{0} “{1}” tidak lagi seperti saat disimpan</translation>
    </message>
    <message>
        <source>{0}, cell {1}</source>
        <translation>{0}, sel {1}</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}, baris {1}</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}</source>
        <translation>{0}, baris {1}: {2}</translation>
    </message>
    <message>
        <source>{0}, record {1}: {2} is cut off or broken</source>
        <translation>{0}, rekaman {1}: {2} terpotong atau rusak</translation>
    </message>
    <message>
        <source>{0}, record {1}: {2} is too large, or too much is before it</source>
        <translation>{0}, rekaman {1}: {2} terlalu besar, atau terlalu banyak isi sebelumnya</translation>
    </message>
    <message>
        <source>{0}, row {1}</source>
        <translation>{0}, baris {1}</translation>
    </message>
    <message>
        <source>{0}. Nothing was made in its place: put it back, name another one, or begin a new one</source>
        <translation>{0}. Tidak ada yang dibuat sebagai gantinya: kembalikan pustaka itu, sebutkan yang lain, atau mulai yang baru</translation>
    </message>
    <message>
        <source>{0}. The newest backup is {1}</source>
        <translation>{0}. Cadangan terbaru adalah {1}</translation>
    </message>
    <message>
        <source>{0}: a question to it had no answer after {1} seconds and was given up</source>
        <translation>{0}: sebuah pertanyaan tidak terjawab setelah {1} detik dan dihentikan</translation>
    </message>
    <message>
        <source>{0}: broken after record {1} ({2})</source>
        <translation>{0}: rusak sesudah rekaman {1} ({2})</translation>
    </message>
    <message>
        <source>{0}: captured again; marks to look at: {1}</source>
        <translation>{0}: diambil ulang; tanda yang perlu dilihat: {1}</translation>
    </message>
    <message>
        <source>{0}: entries past the first {1}, which were left: {2}</source>
        <translation>{0}: entri sesudah {1} yang pertama, yang ditinggalkan: {2}</translation>
    </message>
    <message>
        <source>{0}: entries that came by a feed, which were passed over: {1}</source>
        <translation>{0}: entri yang datang dari umpan, yang dilewati: {1}</translation>
    </message>
    <message>
        <source>{0}: entries without a web address, which were passed over: {1}</source>
        <translation>{0}: entri tanpa alamat web, yang dilewati: {1}</translation>
    </message>
    <message>
        <source>{0}: it defines names of its own, as no document does; it was not read</source>
        <translation>{0}: berkas ini mendefinisikan nama sendiri, hal yang tidak dilakukan dokumen mana pun; isinya tidak dibaca</translation>
    </message>
    <message>
        <source>{0}: it defines names of its own, as no workbook does; it was not read</source>
        <translation>{0}: berkas ini mendefinisikan nama sendiri, hal yang tidak dilakukan buku kerja mana pun; isinya tidak dibaca</translation>
    </message>
    <message>
        <source>{0}: it has no list of {1}</source>
        <translation>{0}: tidak ada daftar {1} di dalamnya</translation>
    </message>
    <message>
        <source>{0}: it has too many members, or some of one name</source>
        <translation>{0}: terlalu banyak isi di dalamnya, atau ada yang bernama sama</translation>
    </message>
    <message>
        <source>{0}: it should have one project file (.qde), and has {1}</source>
        <translation>{0}: seharusnya ada satu berkas proyek (.qde), tetapi ada {1}</translation>
    </message>
    <message>
        <source>{0}: its address is that of “{1}”, of which a later text is here; both were kept</source>
        <translation>{0}: alamatnya sama dengan “{1}” yang teksnya di sini lebih baru; keduanya disimpan</translation>
    </message>
    <message>
        <source>{0}: its address is that of “{1}”, which is here; perhaps a newer version of that, both were kept</source>
        <translation>{0}: alamatnya sama dengan “{1}” yang sudah ada di sini; mungkin versi yang lebih baru, keduanya disimpan</translation>
    </message>
    <message>
        <source>{0}: its first line does not name the columns that Tilik writes</source>
        <translation>{0}: baris pertamanya tidak menyebut kolom yang ditulis Tilik</translation>
    </message>
    <message>
        <source>{0}: its manifest does not say that it is a {1}</source>
        <translation>{0}: manifesnya tidak menyatakan bahwa ini {1}</translation>
    </message>
    <message>
        <source>{0}: its text is UTF-16; save it as UTF-8</source>
        <translation>{0}: teksnya UTF-16; simpan sebagai UTF-8</translation>
    </message>
    <message>
        <source>{0}: its zip file is broken or cut off: {1}</source>
        <translation>{0}: berkas zip-nya rusak atau terpotong: {1}</translation>
    </message>
    <message>
        <source>{0}: line {1} is longer than {2} bytes</source>
        <translation>{0}: baris {1} lebih panjang dari {2} bita</translation>
    </message>
    <message>
        <source>{0}: line {1}, column {2}: {3}</source>
        <translation>{0}: baris {1}, kolom {2}: {3}</translation>
    </message>
    <message>
        <source>{0}: line {1}: a value is longer than {2} characters</source>
        <translation>{0}: baris {1}: ada nilai yang lebih panjang dari {2} karakter</translation>
    </message>
    <message>
        <source>{0}: more than {1} parts are in this file; it was given up</source>
        <translation>{0}: berkas ini berisi lebih dari {1} bagian dan ditinggalkan</translation>
    </message>
    <message>
        <source>{0}: no page could be read in this web archive ({1})</source>
        <translation>{0}: tidak ada halaman yang dapat dibaca dalam arsip web ini ({1})</translation>
    </message>
    <message>
        <source>{0}: no page of text is in this MIME file</source>
        <translation>{0}: tidak ada halaman teks dalam berkas MIME ini</translation>
    </message>
    <message>
        <source>{0}: no page of text is in this web archive</source>
        <translation>{0}: tidak ada halaman teks dalam arsip web ini</translation>
    </message>
    <message>
        <source>{0}: none of its articles is here: its marks and links, and what it says of claims, sources, evidence and reviews, were not taken ({1})</source>
        <translation>{0}: tidak satu pun artikelnya ada di sini: tanda dan tautannya, serta isinya tentang klaim, sumber, bukti, dan pemeriksaan, tidak diambil ({1})</translation>
    </message>
    <message>
        <source>{0}: reading it needed more than {1} MB and was given up</source>
        <translation>{0}: membacanya memerlukan lebih dari {1} MB dan dihentikan</translation>
    </message>
    <message>
        <source>{0}: reading it took longer than {1} seconds and was given up</source>
        <translation>{0}: membacanya memakan lebih dari {1} detik dan dihentikan</translation>
    </message>
    <message>
        <source>{0}: reading it was cancelled</source>
        <translation>{0}: pembacaan dibatalkan</translation>
    </message>
    <message>
        <source>{0}: row {1}: {2}</source>
        <translation>{0}: baris {1}: {2}</translation>
    </message>
    <message>
        <source>{0}: several pages are in this ZIP archive; unpack it and add the folder</source>
        <translation>{0}: arsip ZIP ini berisi beberapa halaman; ekstrak dulu, lalu tambahkan foldernya</translation>
    </message>
    <message>
        <source>{0}: the cleaning process was ended from outside; the computer may be short of memory</source>
        <translation>{0}: proses pembersih dihentikan dari luar; memori komputer mungkin sedang penuh</translation>
    </message>
    <message>
        <source>{0}: the process that reads sets broke down on it ({1})</source>
        <translation>{0}: proses pembaca set berhenti karena kesalahan ({1})</translation>
    </message>
    <message>
        <source>{0}: the process that reads sets was ended from outside; the computer may be short of memory</source>
        <translation>{0}: proses pembaca set dihentikan dari luar; mungkin memori komputer tidak cukup</translation>
    </message>
    <message>
        <source>{0}: there are no words in these subtitles</source>
        <translation>{0}: tidak ada kata dalam takarir ini</translation>
    </message>
    <message>
        <source>{0}: there are no words in this book, only pictures perhaps</source>
        <translation>{0}: tidak ada kata dalam buku ini, mungkin hanya gambar</translation>
    </message>
    <message>
        <source>{0}: there are no words in this document</source>
        <translation>{0}: tidak ada kata dalam dokumen ini</translation>
    </message>
    <message>
        <source>{0}: there is no web address in this list ({1})</source>
        <translation>{0}: tidak ada alamat web dalam daftar ini ({1})</translation>
    </message>
    <message>
        <source>{0}: there is no {1} in it</source>
        <translation>{0}: tidak ada {1} di dalamnya</translation>
    </message>
    <message>
        <source>{0}: this EPUB book is broken: it does not say what is in it</source>
        <translation>{0}: buku EPUB ini rusak: isinya tidak disebutkan</translation>
    </message>
    <message>
        <source>{0}: this EPUB book is broken: none of its chapters are in it</source>
        <translation>{0}: buku EPUB ini rusak: tidak satu pun babnya ada</translation>
    </message>
    <message>
        <source>{0}: this MIME file is broken ({1})</source>
        <translation>{0}: berkas MIME ini rusak ({1})</translation>
    </message>
    <message>
        <source>{0}: this PDF holds pictures of pages and no text; have its text recognised (OCR) and add that</source>
        <translation>{0}: PDF ini berisi gambar halaman tanpa teks; kenali dulu teksnya (OCR), lalu tambahkan hasilnya</translation>
    </message>
    <message>
        <source>{0}: this PDF is broken ({1})</source>
        <translation>{0}: PDF ini rusak ({1})</translation>
    </message>
    <message>
        <source>{0}: this PDF is locked by a password</source>
        <translation>{0}: PDF ini dikunci dengan kata sandi</translation>
    </message>
    <message>
        <source>{0}: this Word document is broken ({1})</source>
        <translation>{0}: dokumen Word ini rusak ({1})</translation>
    </message>
    <message>
        <source>{0}: this ZIP archive is broken ({1})</source>
        <translation>{0}: arsip ZIP ini rusak ({1})</translation>
    </message>
    <message>
        <source>{0}: this archive is locked by a password</source>
        <translation>{0}: arsip ini dikunci dengan kata sandi</translation>
    </message>
    <message>
        <source>{0}: this archive unpacks to more than {1} MB and was given up</source>
        <translation>{0}: isi arsip ini lebih dari {1} MB dan ditinggalkan</translation>
    </message>
    <message>
        <source>{0}: this book holds more than {1} MB of text and was given up</source>
        <translation>{0}: buku ini berisi lebih dari {1} MB teks dan tidak diteruskan</translation>
    </message>
    <message>
        <source>{0}: this book is locked by its seller ({1})</source>
        <translation>{0}: buku ini dikunci oleh penjualnya ({1})</translation>
    </message>
    <message>
        <source>{0}: this file is cut off or broken ({1})</source>
        <translation>{0}: berkas ini terpotong atau rusak ({1})</translation>
    </message>
    <message>
        <source>{0}: this is not one page but {1}; add it with File &gt; Add files, or with “tilik add”</source>
        <translation>{0}: ini bukan satu halaman melainkan {1}; tambahkan lewat Berkas &gt; Tambah berkas, atau dengan “tilik add”</translation>
    </message>
    <message>
        <source>{0}: this is {1}, not a page of text</source>
        <translation>{0}: ini {1}, bukan halaman teks</translation>
    </message>
    <message>
        <source>{0}: this workbook has none of the sheets that Tilik writes ({1})</source>
        <translation>{0}: buku kerja ini tidak memuat lembar yang ditulis Tilik ({1})</translation>
    </message>
    <message>
        <source>{0}: {1} has more than {2} rows</source>
        <translation>{0}: {1} berisi lebih dari {2} baris</translation>
    </message>
    <message>
        <source>{0}: {1} in this document declares entities; it was not read</source>
        <translation>{0}: {1} dalam dokumen ini mendeklarasikan entitas; tidak dibaca</translation>
    </message>
    <message>
        <source>{0}: {1} in this file is damaged</source>
        <translation>{0}: {1} dalam berkas ini rusak</translation>
    </message>
    <message>
        <source>{0}; it stays to be fetched</source>
        <translation>{0}; tetap menunggu diambil</translation>
    </message>
    <message>
        <source>{0}; it was here on {1} with {2} articles</source>
        <translation>{0}; pustaka itu ada di sini pada {1} dengan {2} artikel</translation>
    </message>
    <message>
        <source>{0}; what is in the library can still be read</source>
        <translation>{0}; isi pustaka masih dapat dibaca</translation>
    </message>
    <message>
        <source>“{0}” is no text ({1}): codings that were not taken: {2}</source>
        <translation>“{0}” bukan teks ({1}): pengodean yang tidak diambil: {2}</translation>
    </message>
    <message>
        <source>“{0}” is {1}, which is not a time; it was left out</source>
        <translation>“{0}” berisi {1}, yang bukan waktu; ditinggalkan</translation>
    </message>
    <message>
        <source>“{0}” stands on no words of an article</source>
        <translation>“{0}” tidak berdiri pada kata-kata artikel mana pun</translation>
    </message>
    <message>
        <source>“{0}”: {1}; it was left out</source>
        <translation>“{0}”: {1}; ditinggalkan</translation>
    </message>
    <message>
        <source>{0} was not written: {1}</source>
        <translation>{0} tidak ditulis: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be made: {1}</source>
        <translation>{0} tidak bisa dibuat: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be locked: {1}</source>
        <translation>{0} tidak bisa dikunci: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}</source>
        <translation>{0} tidak bisa dibuka: {1}</translation>
    </message>
    <message>
        <source>{0} could not be written, nothing was changed: {1}</source>
        <translation>{0} tidak bisa ditulis, tidak ada yang diubah: {1}</translation>
    </message>
    <message>
        <source>{0}: line {1} column {2} (char {3})</source>
        <translation>{0}: baris {1} kolom {2} (karakter {3})</translation>
    </message>
    <message>
        <source>&apos;utf-8&apos; codec can&apos;t decode byte {0} in position {1}: {2}</source>
        <translation>bita {0} pada posisi {1} bukan UTF-8: {2}</translation>
    </message>
    <message>
        <source>it is a library or another database; nothing was written</source>
        <translation>ini sebuah pustaka atau basis data lain; tidak ada yang ditulis</translation>
    </message>
    <message>
        <source>it belongs to a library or another database; nothing was written</source>
        <translation>ini bagian dari sebuah pustaka atau basis data lain; tidak ada yang ditulis</translation>
    </message>
    <message>
        <source>it is a folder; nothing was written</source>
        <translation>ini sebuah folder; tidak ada yang ditulis</translation>
    </message>
    <message>
        <source>it is a device or a pipe; nothing was written</source>
        <translation>ini sebuah perangkat atau pipa; tidak ada yang ditulis</translation>
    </message>
    <message>
        <source>{0}; nothing was written</source>
        <translation>{0}; tidak ada yang ditulis</translation>
    </message>
    <message>
        <source>{0}; nothing was left behind</source>
        <translation>{0}; tidak ada sisa yang tertinggal</translation>
    </message>
    <message>
        <source>a claim needs words</source>
        <translation>klaim harus berisi kata</translation>
    </message>
    <message>
        <source>a source needs a name</source>
        <translation>sumber harus bernama</translation>
    </message>
    <message>
        <source>a claim is merged with other ones</source>
        <translation>klaim digabung dengan klaim lain</translation>
    </message>
    <message>
        <source>a source is merged with other ones</source>
        <translation>sumber digabung dengan sumber lain</translation>
    </message>
    <message>
        <source>a mark is merged with other ones</source>
        <translation>sebuah tanda digabung dengan tanda lain</translation>
    </message>
    <message>
        <source>marks of two labels or texts cannot be merged</source>
        <translation>tanda dengan dua label atau teks tidak dapat digabung</translation>
    </message>
    <message>
        <source>marks of two people cannot be merged</source>
        <translation>tanda dari dua orang tidak dapat digabung</translation>
    </message>
    <message>
        <source>only a claim&apos;s own mentions can be split off</source>
        <translation>hanya penyebutan klaim itu sendiri yang bisa dipisahkan</translation>
    </message>
    <message>
        <source>evidence needs an address, a file or a mark</source>
        <translation>bukti harus berupa alamat, berkas, atau tanda</translation>
    </message>
    <message>
        <source>a link joins at least two marks</source>
        <translation>tautan menghubungkan sedikitnya dua tanda</translation>
    </message>
    <message>
        <source>an attribution needs the words that were said</source>
        <translation>atribusi memerlukan kata-kata yang diucapkan</translation>
    </message>
    <message>
        <source>an attribution cannot be nested in itself</source>
        <translation>atribusi tidak bisa berada di dalam dirinya sendiri</translation>
    </message>
    <message>
        <source>an attribution has no {0}</source>
        <translation>atribusi tidak memiliki {0}</translation>
    </message>
    <message>
        <source>{0} is {1}, none of {2}</source>
        <translation>{0} berisi {1}, bukan salah satu dari {2}</translation>
    </message>
    <message>
        <source>{0} was made by a newer Tilik; the library was left as it is</source>
        <translation>{0} dibuat oleh Tilik yang lebih baru; pustaka dibiarkan apa adanya</translation>
    </message>
    <message>
        <source>{0} was not replaced: {1}</source>
        <translation>{0} tidak diganti: {1}</translation>
    </message>
    <message>
        <source>{0}: this is {1}, not a page of text; {2}</source>
        <translation>{0}: ini {1}, bukan halaman teks; {2}</translation>
    </message>
    <message>
        <source>{0}: this web archive is broken ({1})</source>
        <translation>{0}: arsip web ini rusak ({1})</translation>
    </message>
    <message>
        <source>{0}: write a date with its time as 2026-02-16T10:05+07:00</source>
        <translation>{0}: tulis tanggal beserta jamnya seperti 2026-02-16T10:05+07:00</translation>
    </message>
    <message>
        <source>{0}: {1} grows too much as it is unpacked</source>
        <translation>{0}: {1} membengkak terlalu besar saat dibuka</translation>
    </message>
    <message>
        <source>{0}: {1} in this archive cannot be read</source>
        <translation>{0}: {1} dalam arsip ini tidak dapat dibaca</translation>
    </message>
    <message>
        <source>{0}: {1} is broken: {2}</source>
        <translation>{0}: {1} rusak: {2}</translation>
    </message>
    <message>
        <source>{0}: {1} is larger than {2} bytes</source>
        <translation>{0}: {1} lebih besar dari {2} bita</translation>
    </message>
    <message>
        <source>{0}: {1} is not UTF-8 text</source>
        <translation>{0}: {1} bukan teks UTF-8</translation>
    </message>
    <message>
        <source>{0}: {1} is not what it says: its digest differs</source>
        <translation>{0}: {1} bukan seperti yang dinyatakan: sidiknya berbeda</translation>
    </message>
    <message>
        <source>“{0}” is {1}, outside the years {2} to {3}</source>
        <translation>“{0}” adalah {1}, di luar tahun {2} sampai {3}</translation>
    </message>
    <message>
        <source>a number has more than {0} digits</source>
        <translation>sebuah bilangan memiliki lebih dari {0} angka</translation>
    </message>
    <message>
        <source>not JSON: {0}</source>
        <translation>bukan JSON: {0}</translation>
    </message>
    <message>
        <source>{0} at column {1}</source>
        <translation>{0} pada kolom {1}</translation>
    </message>
    <message>
        <source>{0}; it was left out</source>
        <translation>{0}; nilai ini dilewati</translation>
    </message>
</context>
<context>
    <name>CutWord</name>
    <message>
        <source>Part of a word</source>
        <translation>Sepotong kata</translation>
    </message>
    <message>
        <source>“{0}” cuts a word. Mark “{1}”?</source>
        <translation>“{0}” memotong sebuah kata. Tandai “{1}”?</translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation>Kata &amp;utuh</translation>
    </message>
    <message>
        <source>Only these &amp;letters</source>
        <translation>Hanya &amp;huruf ini</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>Damages</name>
    <message numerus="yes">
        <source>The library is damaged, in %n place(s): {0}</source>
        <translation>
            <numerusform>Pustaka rusak di %n tempat: {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>What can be healed…</source>
        <translation>Yang dapat dipulihkan…</translation>
    </message>
    <message>
        <source>Parts of this article are damaged, and may be missing or wrong: {0}</source>
        <translation>Bagian artikel ini rusak, dan mungkin hilang atau keliru: {0}</translation>
    </message>
    <message>
        <source>The file of the library is damaged: marks or words of this article may be missing.</source>
        <translation>Berkas pustaka rusak: tanda atau kata artikel ini mungkin hilang.</translation>
    </message>
    <message>
        <source>Looking for sound copies…</source>
        <translation>Mencari salinan yang masih utuh…</translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message>
        <source>Begin an attribution first: select what is said and press {0}.</source>
        <translation>Mulailah atribusi dahulu: pilih apa yang dikatakan lalu tekan {0}.</translation>
    </message>
    <message>
        <source>There is no attribution before this one.</source>
        <translation>Tidak ada atribusi sebelum yang ini.</translation>
    </message>
    <message>
        <source>Reported by: {0}</source>
        <translation>Dilaporkan oleh: {0}</translation>
    </message>
    <message>
        <source>Reported by none.</source>
        <translation>Tidak dilaporkan oleh siapa pun.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>There is nothing to go back to.</source>
        <translation>Tidak ada tempat sebelumnya untuk dituju.</translation>
    </message>
    <message>
        <source>There is nothing to go forward to.</source>
        <translation>Tidak ada tempat berikutnya untuk dituju.</translation>
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
        <source>Restore a backup…</source>
        <translation>Pulihkan cadangan…</translation>
    </message>
    <message>
        <source>Make a clean copy…</source>
        <translation>Buat salinan bersih…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Where the clean copy is to be</source>
        <translation>Tempat salinan bersih</translation>
    </message>
    <message>
        <source>Look elsewhere…</source>
        <translation>Cari di tempat lain…</translation>
    </message>
    <message>
        <source>Begin a new library</source>
        <translation>Mulai pustaka baru</translation>
    </message>
    <message>
        <source>Where the library is</source>
        <translation>Letak pustaka</translation>
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
        <source>Second place for backups</source>
        <translation>Tempat kedua untuk cadangan</translation>
    </message>
    <message>
        <source>Backups are kept beside the library only.</source>
        <translation>Cadangan hanya disimpan di samping pustaka.</translation>
    </message>
    <message>
        <source>The library is sound.</source>
        <translation>Pustaka dalam keadaan baik.</translation>
    </message>
    <message>
        <source>The library has problems: show them</source>
        <translation>Pustaka bermasalah: tampilkan</translation>
    </message>
    <message>
        <source>Problems in the library:</source>
        <translation>Masalah dalam pustaka:</translation>
    </message>
    <message>
        <source>Drawing the first page</source>
        <translation>Menggambar halaman pertama</translation>
    </message>
    <message>
        <source>{0}; perhaps a newer version of an article that is here</source>
        <translation>{0}; mungkin versi lebih baru dari artikel yang sudah ada di sini</translation>
    </message>
    <message>
        <source>{0}: show the report</source>
        <translation>{0}: tampilkan laporannya</translation>
    </message>
    <message>
        <source>{0}: open the first</source>
        <translation>{0}: buka yang pertama</translation>
    </message>
    <message>
        <source>{0}: open</source>
        <translation>{0}: buka</translation>
    </message>
    <message>
        <source>All {0} pages that were being added when Tilik ended are in the library.</source>
        <translation>Semua {0} halaman yang sedang ditambahkan ketika Tilik berakhir sudah ada di pustaka.</translation>
    </message>
    <message>
        <source>What was being added when Tilik ended is added again now.</source>
        <translation>Yang sedang ditambahkan ketika Tilik berakhir kini ditambahkan lagi.</translation>
    </message>
    <message>
        <source>Tilik ended while it was adding pages: {0} were done, the other {1} are added now.</source>
        <translation>Tilik berakhir saat menambahkan halaman: {0} sudah selesai, {1} sisanya ditambahkan sekarang.</translation>
    </message>
    <message>
        <source>Exported {0}: show its folder</source>
        <translation>{0} telah diekspor: tampilkan foldernya</translation>
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
    <message>
        <source>Nothing was taken: the newer articles have marks of their own, or are gone.</source>
        <translation>Tidak ada yang dipakai: artikel yang lebih baru punya tanda sendiri, atau sudah tidak ada.</translation>
    </message>
    <message>
        <source>Newer versions taken: {0}. Kept as they are, since they have marks of their own: {1}.</source>
        <translation>Versi lebih baru dipakai: {0}. Dibiarkan apa adanya karena punya tanda sendiri: {1}.</translation>
    </message>
    <message>
        <source>Taken as newer versions; one undo takes it back.</source>
        <translation>Dipakai sebagai versi lebih baru; satu kali urungkan mengembalikannya.</translation>
    </message>
    <message>
        <source>Looking at {0}</source>
        <translation>Memeriksa {0}</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Choose a sentence of the block first ({0} or {1}), or select words in it.</source>
        <translation>Pilih dulu sebuah kalimat di bagian itu ({0} atau {1}), atau pilih kata di dalamnya.</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>This library can only be read</source>
        <translation>Pustaka ini hanya dapat dibaca</translation>
    </message>
    <message>
        <source>Drop to add, also as a newer version of “{0}”</source>
        <translation>Lepaskan untuk menambahkan, juga sebagai versi baru dari “{0}”</translation>
    </message>
    <message>
        <source>Drop to add</source>
        <translation>Lepaskan untuk menambahkan</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Add article</source>
        <translation>Tambah artikel</translation>
    </message>
    <message>
        <source>Add list</source>
        <translation>Tambah daftar</translation>
    </message>
    <message>
        <source>Fetch text</source>
        <translation>Ambil teks</translation>
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
        <source>Merge marks</source>
        <translation>Gabungkan tanda</translation>
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
        <source>Capture again</source>
        <translation>Ambil ulang</translation>
    </message>
    <message>
        <source>Confirm mark</source>
        <translation>Pastikan tanda</translation>
    </message>
    <message>
        <source>Attach mark</source>
        <translation>Tempelkan tanda</translation>
    </message>
    <message>
        <source>Leave mark on the older text</source>
        <translation>Biarkan tanda di teks lama</translation>
    </message>
    <message>
        <source>Import set</source>
        <translation>Impor set</translation>
    </message>
    <message>
        <source>Add attribution</source>
        <translation>Tambah atribusi</translation>
    </message>
    <message>
        <source>Record silence</source>
        <translation>Catat diam</translation>
    </message>
    <message>
        <source>Describe attribution</source>
        <translation>Jelaskan atribusi</translation>
    </message>
    <message>
        <source>Nest attribution</source>
        <translation>Masukkan ke atribusi lain</translation>
    </message>
    <message>
        <source>Make claim</source>
        <translation>Buat klaim</translation>
    </message>
    <message>
        <source>Make source</source>
        <translation>Buat sumber</translation>
    </message>
    <message>
        <source>Take out of its claim</source>
        <translation>Lepas dari klaimnya</translation>
    </message>
    <message>
        <source>Mention claim</source>
        <translation>Sebut klaim</translation>
    </message>
    <message>
        <source>Mention source</source>
        <translation>Sebut sumber</translation>
    </message>
    <message>
        <source>Edit claim</source>
        <translation>Ubah klaim</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>Ubah sumber</translation>
    </message>
    <message>
        <source>Edit evidence</source>
        <translation>Ubah bukti</translation>
    </message>
    <message>
        <source>Edit review</source>
        <translation>Ubah pemeriksaan</translation>
    </message>
    <message>
        <source>Merge claims</source>
        <translation>Gabung klaim</translation>
    </message>
    <message>
        <source>Merge sources</source>
        <translation>Gabung sumber</translation>
    </message>
    <message>
        <source>Split claim</source>
        <translation>Pisah klaim</translation>
    </message>
    <message>
        <source>Delete claim</source>
        <translation>Hapus klaim</translation>
    </message>
    <message>
        <source>Delete source</source>
        <translation>Hapus sumber</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Tambah bukti</translation>
    </message>
    <message>
        <source>Remove evidence</source>
        <translation>Lepas bukti</translation>
    </message>
    <message>
        <source>Add review</source>
        <translation>Tambah pemeriksaan</translation>
    </message>
    <message>
        <source>Correct facts</source>
        <translation>Betulkan fakta</translation>
    </message>
    <message>
        <source>Move to inbox</source>
        <translation>Pindahkan ke kotak masuk</translation>
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
        <source>How to mark…</source>
        <translation>Cara menandai…</translation>
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
        <source>Open the manual at the page on marking</source>
        <translation>Buka panduan di halaman tentang menandai</translation>
    </message>
    <message>
        <source>With nothing selected, {0} and {1} choose a sentence.</source>
        <translation>Bila tak ada yang dipilih, {0} dan {1} memilih kalimat.</translation>
    </message>
    <message>
        <source>No mark has “{0}” in its words, note or tags.</source>
        <translation>Tak ada tanda dengan “{0}” dalam kata, catatan, atau tagnya.</translation>
    </message>
    <message>
        <source>No mark has this label.</source>
        <translation>Tak ada tanda dengan label ini.</translation>
    </message>
    <message>
        <source>The marks of everybody here are hidden.</source>
        <translation>Tanda semua orang di sini disembunyikan.</translation>
    </message>
</context>
<context>
    <name>EncryptingDialog</name>
    <message>
        <source>Encrypt this library</source>
        <translation>Enkripsi pustaka ini</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Lanjut</translation>
    </message>
    <message>
        <source>Go on (Enter)</source>
        <translation>Lanjutkan (Enter)</translation>
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
        <source>Several words that only you know</source>
        <translation>Beberapa kata yang hanya Anda ketahui</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Frasa sandi sekali lagi</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Ketik yang sama sekali lagi</translation>
    </message>
    <message>
        <source>The library and its backups are encrypted from now on. Whoever has the file, but not the passphrase, cannot read anything of it. You type it when the library is opened.

What you export is not encrypted. Nor are copies that other programs made, nor what a disk keeps of files that are deleted.</source>
        <translation>Mulai sekarang pustaka dan cadangannya dienkripsi. Siapa pun yang punya berkasnya tetapi tidak tahu frasa sandinya tidak dapat membaca apa pun di dalamnya. Anda mengetikkannya setiap kali pustaka dibuka.

Yang Anda ekspor tidak dienkripsi. Begitu pula salinan yang dibuat program lain, dan sisa berkas terhapus yang masih disimpan cakram.</translation>
    </message>
    <message>
        <source>Passphrase:</source>
        <translation>Frasa sandi:</translation>
    </message>
    <message>
        <source>Again:</source>
        <translation>Sekali lagi:</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Tampilkan yang saya ketik</translation>
    </message>
    <message>
        <source>Write these nine words down, on paper, and keep them elsewhere than this computer. They open the library when the passphrase is lost. Without both nobody can open it, and nobody can help: not even we.

They are shown this once; on the next page you are asked for two of them.</source>
        <translation>Tulis kesembilan kata ini di kertas, dan simpan jauh dari komputer ini. Kata-kata ini membuka pustaka bila frasa sandinya hilang. Tanpa keduanya tidak ada yang dapat membukanya, dan tidak ada yang dapat membantu: kami pun tidak.

Kata-kata ini hanya ditampilkan sekali ini; di halaman berikutnya Anda ditanya dua di antaranya.</translation>
    </message>
    <message>
        <source>Type these two of the recovery words, from your paper:</source>
        <translation>Ketik dua kata pemulihan ini, dari kertas Anda:</translation>
    </message>
    <message>
        <source>Word {0}</source>
        <translation>Kata ke-{0}</translation>
    </message>
    <message>
        <source>Remove the copies that are not encrypted</source>
        <translation>Hapus salinan yang tidak terenkripsi</translation>
    </message>
    <message>
        <source>Older backups and kept libraries; a new, encrypted backup is made first</source>
        <translation>Cadangan lama dan pustaka yang disimpan; cadangan baru yang terenkripsi dibuat lebih dulu</translation>
    </message>
    <message>
        <source>Not encrypted:</source>
        <translation>Tidak terenkripsi:</translation>
    </message>
    <message>
        <source>&amp;Encrypt</source>
        <translation>&amp;Enkripsi</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Enkripsi</translation>
    </message>
    <message>
        <source>The two passphrases are not alike, or empty.</source>
        <translation>Kedua frasa sandi tidak sama, atau kosong.</translation>
    </message>
    <message>
        <source>Making a key…</source>
        <translation>Membuat kunci…</translation>
    </message>
    <message>
        <source>This is another word than was shown. Nothing was changed.</source>
        <translation>Ini bukan kata yang tadi ditampilkan. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Encrypting…</source>
        <translation>Mengenkripsi…</translation>
    </message>
</context>
<context>
    <name>Encryption</name>
    <message>
        <source>This library is encrypted already.</source>
        <translation>Pustaka ini sudah terenkripsi.</translation>
    </message>
    <message>
        <source>This library can only be read.</source>
        <translation>Pustaka ini hanya dapat dibaca.</translation>
    </message>
    <message>
        <source>An encrypted library needs the packages of tilik[encryption].</source>
        <translation>Pustaka terenkripsi memerlukan paket tilik[encryption].</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) in {0}</source>
        <translation>
            <numerusform>%n cadangan di {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>This library is not encrypted.</source>
        <translation>Pustaka ini tidak terenkripsi.</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>Frasa sandi sudah diganti.</translation>
    </message>
</context>
<context>
    <name>Ended</name>
    <message>
        <source>Finished: {0}</source>
        <translation>Selesai: {0}</translation>
    </message>
</context>
<context>
    <name>EvidenceBox</name>
    <message>
        <source>Attach</source>
        <translation>Lampirkan</translation>
    </message>
    <message>
        <source>Attach this address (Enter); nothing is fetched</source>
        <translation>Lampirkan alamat ini (Enter); tidak ada yang diambil</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Berkas…</translation>
    </message>
    <message>
        <source>Attach a file; its bytes are kept in the library</source>
        <translation>Lampirkan berkas; isinya disimpan dalam pustaka</translation>
    </message>
    <message>
        <source>Chosen mark</source>
        <translation>Tanda terpilih</translation>
    </message>
    <message>
        <source>Attach the words of the mark that is chosen in the article</source>
        <translation>Lampirkan kata-kata tanda yang dipilih dalam artikel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Open the chosen evidence (Enter)</source>
        <translation>Buka bukti yang dipilih (Enter)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Detach the chosen evidence</source>
        <translation>Lepaskan bukti yang dipilih</translation>
    </message>
    <message>
        <source>{0} of what is attached next</source>
        <translation>{0} untuk yang dilampirkan berikutnya</translation>
    </message>
    <message>
        <source>https://… an address that bears on it</source>
        <translation>https://… alamat yang terkait</translation>
    </message>
    <message>
        <source>Address of evidence</source>
        <translation>Alamat bukti</translation>
    </message>
    <message>
        <source>Type or paste an address and press Enter; nothing is fetched</source>
        <translation>Ketik atau tempel alamat lalu tekan Enter; tidak ada yang diambil</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>What bears on the claim (Enter opens it)</source>
        <translation>Yang terkait dengan klaim (Enter membukanya)</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Lampirkan berkas</translation>
    </message>
    <message>
        <source>{0} could not be read: {1}</source>
        <translation>{0} tidak dapat dibaca: {1}</translation>
    </message>
    <message>
        <source>Choose a mark in the article first.</source>
        <translation>Pilih dulu sebuah tanda dalam artikel.</translation>
    </message>
    <message>
        <source>The mark is no longer there; the excerpt holds its words.</source>
        <translation>Tandanya sudah tidak ada; kata-katanya ada di cuplikan.</translation>
    </message>
    <message>
        <source>Save a copy of the file</source>
        <translation>Simpan salinan berkas</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>{0} tidak dapat ditulis: {1}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Write who protected sources are, into this one file</source>
        <translation>Tulis siapa sumber yang dilindungi, ke berkas yang satu ini</translation>
    </message>
    <message>
        <source>Write what only the desk may know, into this one file</source>
        <translation>Tulis yang hanya boleh diketahui redaksi, ke berkas yang satu ini</translation>
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
        <source>Marks</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>Else they are “Source 1”, with the rule that protects them.</source>
        <translation>Jika tidak, mereka menjadi “Source 1”, dengan aturan yang melindunginya.</translation>
    </message>
    <message>
        <source>Notes and addresses of sources, ground rules, reliability, credibility.</source>
        <translation>Catatan dan alamat sumber, aturan main, keandalan, kredibilitas.</translation>
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
        <source>This library is encrypted; the file will not be. Whoever has it can read it.</source>
        <translation>Pustaka ini terenkripsi; berkas ini tidak akan terenkripsi. Siapa pun yang memilikinya dapat membacanya.</translation>
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
        <source>What will be written and what will be lost</source>
        <translation>Yang akan ditulis dan yang akan hilang</translation>
    </message>
    <message>
        <source>More than {0} articles: losses are told after writing.</source>
        <translation>Lebih dari {0} artikel: yang hilang diberitahukan setelah ditulis.</translation>
    </message>
    <message>
        <source>What is in the package:</source>
        <translation>Isi paket:</translation>
    </message>
    <message>
        <source>The first page is being drawn …</source>
        <translation>Halaman pertama sedang digambar …</translation>
    </message>
    <message>
        <source>The first page, made from the first article:</source>
        <translation>Halaman pertama, dibuat dari artikel pertama:</translation>
    </message>
    <message>
        <source>About how the first page will look, made from the first article:</source>
        <translation>Kira-kira beginilah tampilan halaman pertama, dibuat dari artikel pertama:</translation>
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
    <message numerus="yes">
        <source>%n text(s) of which a part is missing since they were added:</source>
        <translation>
            <numerusform>%n teks yang sebagian isinya tidak ada sejak ditambahkan:</numerusform>
        </translation>
    </message>
    <message>
        <source>What will be lost:</source>
        <translation>Yang akan hilang:</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <source>Correct title, byline, date and address</source>
        <translation>Betulkan judul, penulis, tanggal, dan alamat</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>Keep what was corrected; one undo takes it back (Enter)</source>
        <translation>Simpan yang dibetulkan; satu kali Urungkan mengembalikannya (Enter)</translation>
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
        <source>&amp;Title</source>
        <translation>&amp;Judul</translation>
    </message>
    <message>
        <source>&amp;Byline</source>
        <translation>&amp;Penulis</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>&amp;Terbit</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Alamat</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>As 2026-02-16, or 16 February 2026</source>
        <translation>Seperti 2026-02-16, atau 16 Februari 2026</translation>
    </message>
    <message>
        <source>The publisher has: {0}</source>
        <translation>Menurut penerbit: {0}</translation>
    </message>
    <message>
        <source>Take the publisher&apos;s</source>
        <translation>Pakai nilai penerbit</translation>
    </message>
    <message>
        <source>{0}: go back to what the publisher has</source>
        <translation>{0}: kembali ke nilai penerbit</translation>
    </message>
</context>
<context>
    <name>Fetching</name>
    <message>
        <source>Open an article first.</source>
        <translation>Buka artikel dulu.</translation>
    </message>
    <message>
        <source>Every article has its text; nothing is to be fetched.</source>
        <translation>Setiap artikel sudah punya teks; tidak ada yang perlu diambil.</translation>
    </message>
    <message numerus="yes">
        <source>Fetching %n text(s)</source>
        <translation>
            <numerusform>Mengambil %n teks</numerusform>
        </translation>
    </message>
    <message>
        <source>This library can only be read; nothing was changed.</source>
        <translation>Pustaka ini hanya dapat dibaca; tidak ada yang diubah.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Stance</source>
        <translation>Sikap</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Kepastian</translation>
    </message>
    <message>
        <source>Kind of saying</source>
        <translation>Jenis ucapan</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>Cara mengutip</translation>
    </message>
    <message>
        <source>Said or not</source>
        <translation>Diucapkan atau tidak</translation>
    </message>
    <message>
        <source>How the source is given</source>
        <translation>Cara sumber disebut</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Saluran</translation>
    </message>
    <message>
        <source>Form of response</source>
        <translation>Bentuk tanggapan</translation>
    </message>
    <message>
        <source>How the article puts it</source>
        <translation>Nada artikel</translation>
    </message>
    <message>
        <source>Attack on the argument</source>
        <translation>Serangan pada argumen</translation>
    </message>
    <message>
        <source>Hedging word</source>
        <translation>Kata pelunak</translation>
    </message>
    <message>
        <source>What exactly is denied</source>
        <translation>Apa persisnya yang dibantah</translation>
    </message>
    <message>
        <source>Type of claim</source>
        <translation>Jenis klaim</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Kelayakan periksa</translation>
    </message>
    <message>
        <source>Time of the event</source>
        <translation>Waktu peristiwa</translation>
    </message>
    <message>
        <source>How the time is known</source>
        <translation>Dasar waktu</translation>
    </message>
    <message>
        <source>Credibility</source>
        <translation>Kredibilitas</translation>
    </message>
    <message>
        <source>Related claims</source>
        <translation>Klaim terkait</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>Jenis sumber</translation>
    </message>
    <message>
        <source>Identified</source>
        <translation>Cara identitas disebut</translation>
    </message>
    <message>
        <source>How the identity is known</source>
        <translation>Dasar identitas</translation>
    </message>
    <message>
        <source>Ground rules</source>
        <translation>Aturan kutipan</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Keandalan</translation>
    </message>
    <message>
        <source>Bearing</source>
        <translation>Arah bukti</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Bentuk</translation>
    </message>
    <message>
        <source>Primary or secondary</source>
        <translation>Primer atau sekunder</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Kesimpulan</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>House rating</source>
        <translation>Penilaian redaksi</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Rumusan</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Terjemahan</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Anotator</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Nama lain</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Afiliasi</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation>Mewakili</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Wujudnya</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Cuplikan</translation>
    </message>
    <message>
        <source>Retrieved</source>
        <translation>Diambil pada</translation>
    </message>
    <message>
        <source>Justification</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Pemeriksa</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>{0} (for the desk only: in no export)</source>
        <translation>{0} (hanya untuk redaksi: tidak ikut ekspor mana pun)</translation>
    </message>
    <message>
        <source>{0} (desk only)</source>
        <translation>{0} (khusus redaksi)</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in article</source>
        <translation>Cari dalam artikel</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Tutup (Esc)</translation>
    </message>
    <message>
        <source>Words to find (Enter or {0} next, {2} or {1} before, Esc closes)</source>
        <translation>Kata yang dicari (Enter atau {0} berikutnya, {2} atau {1} sebelumnya, Esc menutup)</translation>
    </message>
    <message>
        <source>The place before ({1}, {0})</source>
        <translation>Tempat sebelumnya ({1}, {0})</translation>
    </message>
    <message>
        <source>The next place (Enter, {0})</source>
        <translation>Tempat berikutnya (Enter, {0})</translation>
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
    <name>FocusMode</name>
    <message>
        <source>Leave focus mode (Esc)</source>
        <translation>Keluar dari mode fokus (Esc)</translation>
    </message>
    <message>
        <source>Leave focus mode</source>
        <translation>Keluar dari mode fokus</translation>
    </message>
</context>
<context>
    <name>Gone</name>
    <message>
        <source>The library “{0}” is empty now.</source>
        <translation>Pustaka “{0}” sekarang kosong.</translation>
    </message>
    <message>
        <source>The library “{0}” is not there any more.</source>
        <translation>Pustaka “{0}” tidak ada lagi.</translation>
    </message>
    <message>
        <source>It was here on {0}; articles in it: {1}.</source>
        <translation>Terakhir ada di sini pada {0}; artikel di dalamnya: {1}.</translation>
    </message>
    <message>
        <source>The newest backup was made on {0}.</source>
        <translation>Cadangan terbaru dibuat pada {0}.</translation>
    </message>
    <message>
        <source>There is no backup of it.</source>
        <translation>Tidak ada cadangannya.</translation>
    </message>
    <message>
        <source>Nothing was made in its place: {0}</source>
        <translation>Tidak ada yang dibuat sebagai gantinya: {0}</translation>
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
    <name>HealingDialog</name>
    <message>
        <source>Heal the library</source>
        <translation>Pulihkan pustaka</translation>
    </message>
    <message>
        <source>What is ticked is taken from a sound copy. Indexes and counts are made anew. The damaged file is kept beside the library, so that this can be taken back; then the library is opened again.</source>
        <translation>Yang dicentang diambil dari salinan yang utuh. Indeks dan hitungan dibuat ulang. Berkas yang rusak disimpan di samping pustaka, sehingga ini dapat dibatalkan; lalu pustaka dibuka lagi.</translation>
    </message>
    <message>
        <source>What is damaged</source>
        <translation>Yang rusak</translation>
    </message>
    <message>
        <source>What is damaged, and from where it can be healed (Space: tick or untick)</source>
        <translation>Yang rusak, dan dari mana dapat dipulihkan (Spasi: centang atau hapus centang)</translation>
    </message>
    <message>
        <source>&amp;Heal and open again</source>
        <translation>&amp;Pulihkan dan buka lagi</translation>
    </message>
    <message>
        <source>Heal what is ticked (Enter)</source>
        <translation>Pulihkan yang dicentang (Enter)</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Biarkan seperti adanya</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Jangan ubah apa pun (Esc)</translation>
    </message>
    <message>
        <source>{0}: nothing sound was found; it stays as it is</source>
        <translation>{0}: tidak ditemukan yang utuh; dibiarkan seperti adanya</translation>
    </message>
    <message>
        <source>{0}: from {1}</source>
        <translation>{0}: dari {1}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>&amp;Undo this step</source>
        <translation>&amp;Urungkan langkah ini</translation>
    </message>
    <message>
        <source>Take this step back; those after it stay as they are</source>
        <translation>Urungkan langkah ini; langkah sesudahnya tetap seperti adanya</translation>
    </message>
    <message>
        <source>Undo &amp;from here on…</source>
        <translation>Urungkan mulai &amp;dari sini…</translation>
    </message>
    <message>
        <source>Take this step and the later ones of its article back; it is asked first</source>
        <translation>Urungkan langkah ini dan langkah sesudahnya pada artikel yang sama; ditanyakan lebih dulu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Close the history (Esc)</source>
        <translation>Tutup riwayat (Esc)</translation>
    </message>
    <message>
        <source>Every step, newest first (a click or Enter goes to its place)</source>
        <translation>Semua langkah, yang terbaru di atas (klik atau Enter menuju tempatnya)</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Belum ada yang dikerjakan.</translation>
    </message>
    <message>
        <source>This step cannot be taken back any more: {0}.</source>
        <translation>Langkah ini tidak dapat diurungkan lagi: {0}.</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Di mana</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>{0} (taken back)</source>
        <translation>{0} (sudah diurungkan)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>This step was taken back; redo does it again.</source>
        <translation>Langkah ini sudah diurungkan; Ulangi mengerjakannya lagi.</translation>
    </message>
    <message>
        <source>This step was taken back, and something else was done since: it stays as it is.</source>
        <translation>Langkah ini sudah diurungkan dan sesudahnya ada pekerjaan lain: biarkan seperti adanya.</translation>
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
    <message>
        <source>Put each text beside the older one of its article, with the marks of that (one undo)</source>
        <translation>Letakkan tiap teks di samping teks lama artikelnya, lengkap dengan tandanya (satu kali urungkan)</translation>
    </message>
    <message>
        <source>Take as &amp;newer versions</source>
        <translation>Pakai sebagai &amp;versi lebih baru</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added</source>
        <translation>
            <numerusform>%n artikel ditambahkan</numerusform>
        </translation>
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
        <source>Lists and archives, with what was in them:</source>
        <translation>Daftar dan arsip, beserta isinya:</translation>
    </message>
    <message>
        <source>Already here (same content):</source>
        <translation>Sudah ada (isi sama):</translation>
    </message>
    <message>
        <source>Taken as newer versions:</source>
        <translation>Dipakai sebagai versi lebih baru:</translation>
    </message>
    <message>
        <source>Added:</source>
        <translation>Ditambahkan:</translation>
    </message>
    <message>
        <source>Perhaps newer versions of articles that are here (same address, other words); both are kept:</source>
        <translation>Mungkin versi lebih baru dari artikel yang ada di sini (alamat sama, kata berbeda); keduanya disimpan:</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Link</source>
        <translation>Tautkan</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Link to another mark</source>
        <translation>Tautkan ke tanda lain</translation>
    </message>
    <message>
        <source>Delete, undo brings it back</source>
        <translation>Hapus, urungkan mengembalikannya</translation>
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
    <name>Justification</name>
    <message>
        <source>Earlier</source>
        <translation>Lebih awal</translation>
    </message>
    <message>
        <source>Move the sentence up</source>
        <translation>Pindahkan kalimat ke atas</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Lebih akhir</translation>
    </message>
    <message>
        <source>Move the sentence down</source>
        <translation>Pindahkan kalimat ke bawah</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Take the sentence out</source>
        <translation>Keluarkan kalimat</translation>
    </message>
    <message>
        <source>This sentence rests on:</source>
        <translation>Kalimat ini berdasar pada:</translation>
    </message>
    <message>
        <source>The chosen sentence</source>
        <translation>Kalimat yang dipilih</translation>
    </message>
    <message>
        <source>A further sentence</source>
        <translation>Kalimat berikutnya</translation>
    </message>
    <message>
        <source>What the sentence rests on</source>
        <translation>Dasar kalimat</translation>
    </message>
    <message>
        <source>Write a further sentence and press Enter</source>
        <translation>Tulis kalimat berikutnya lalu tekan Enter</translation>
    </message>
    <message>
        <source>What the sentence rests on (Space ticks, Enter opens the place)</source>
        <translation>Dasar kalimat (Spasi mencentang, Enter membuka tempatnya)</translation>
    </message>
    <message>
        <source>(no longer there)</source>
        <translation>(sudah tidak ada)</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Change the keys</source>
        <translation>Ubah pintasan</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Tekan tombol yang baru</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Tombol baru</translation>
    </message>
    <message>
        <source>Press the key that the chosen action is to have; Tab leaves the field</source>
        <translation>Tekan tombol untuk tindakan terpilih; Tab keluar dari kolom ini</translation>
    </message>
    <message>
        <source>&amp;Use it instead</source>
        <translation>&amp;Pakai sebagai ganti</translation>
    </message>
    <message>
        <source>The chosen action has this key and no other (Enter)</source>
        <translation>Tindakan terpilih memakai tombol ini saja (Enter)</translation>
    </message>
    <message>
        <source>Use it as &amp;well</source>
        <translation>Pakai &amp;juga</translation>
    </message>
    <message>
        <source>The chosen action has this key beside those it has</source>
        <translation>Tindakan terpilih memakai tombol ini di samping yang sudah ada</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Tanpa tombol</translation>
    </message>
    <message>
        <source>Take the keys of the chosen action away</source>
        <translation>Lepaskan semua tombol dari tindakan terpilih</translation>
    </message>
    <message>
        <source>As it wa&amp;s</source>
        <translation>Seperti &amp;semula</translation>
    </message>
    <message>
        <source>Give the chosen action the keys that it came with</source>
        <translation>Kembalikan tombol bawaan tindakan terpilih</translation>
    </message>
    <message>
        <source>&amp;All as they were</source>
        <translation>S&amp;emua seperti semula</translation>
    </message>
    <message>
        <source>Give every action the keys that it came with</source>
        <translation>Kembalikan tombol bawaan semua tindakan</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Tutup (Esc)</translation>
    </message>
    <message>
        <source>Your own keys</source>
        <translation>Tombol pilihan Anda</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>tanpa tombol</translation>
    </message>
    <message>
        <source>This key is not the same on every keyboard.</source>
        <translation>Tombol ini tidak sama di semua papan ketik.</translation>
    </message>
    <message>
        <source>Choose an action first.</source>
        <translation>Pilih tindakan dahulu.</translation>
    </message>
    <message>
        <source>{0} has its own meaning everywhere.</source>
        <translation>{0} sudah punya arti sendiri di mana-mana.</translation>
    </message>
    <message>
        <source>{0} works everywhere, in text fields too: it needs Ctrl, Alt or an F key.</source>
        <translation>{0} berlaku di mana-mana, juga di kolom teks: perlu Ctrl, Alt, atau tombol F.</translation>
    </message>
    <message>
        <source>{0} belongs to “{1}”.</source>
        <translation>{0} sudah dipakai “{1}”.</translation>
    </message>
</context>
<context>
    <name>KeyGroups</name>
    <message>
        <source>Reading</source>
        <translation>Membaca</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Menandai</translation>
    </message>
    <message>
        <source>Attributions, claims and sources</source>
        <translation>Atribusi, klaim, dan sumber</translation>
    </message>
    <message>
        <source>Certainty and stance</source>
        <translation>Kepastian dan sikap</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>File and help</source>
        <translation>Berkas dan bantuan</translation>
    </message>
    <message>
        <source>Keys of one pane or window</source>
        <translation>Tombol satu panel atau jendela</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Pintasan</translation>
    </message>
    <message>
        <source>Change the keys…</source>
        <translation>Ubah pintasan…</translation>
    </message>
    <message>
        <source>Give actions other keys</source>
        <translation>Beri tindakan tombol lain</translation>
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
    <name>KeyTree</name>
    <message>
        <source>Action</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Pintasan</translation>
    </message>
    <message>
        <source>Every action with its keys</source>
        <translation>Semua tindakan dengan pintasannya</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Cari tindakan dan pintasan</translation>
    </message>
    <message>
        <source>Show only the actions that hold these words</source>
        <translation>Tampilkan hanya tindakan yang memuat kata-kata ini</translation>
    </message>
</context>
<context>
    <name>KnownFinder</name>
    <message>
        <source>Leave it as it is (Esc)</source>
        <translation>Biarkan seperti adanya (Esc)</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Biarkan seperti adanya</translation>
    </message>
    <message>
        <source>Arrows choose, Enter takes it, Esc leaves it as it is</source>
        <translation>Panah memilih, Enter mengambilnya, Esc membiarkannya</translation>
    </message>
    <message>
        <source>Which claim is it?</source>
        <translation>Klaim yang mana?</translation>
    </message>
    <message>
        <source>Which source is it?</source>
        <translation>Sumber yang mana?</translation>
    </message>
    <message>
        <source>Type words of the claim</source>
        <translation>Ketik kata-kata klaim</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Ketik sebuah nama</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Tidak satu pun</translation>
    </message>
    <message>
        <source>None has these words.</source>
        <translation>Tidak ada yang memuat kata-kata ini.</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Belum ada.</translation>
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
        <translation>Pintasan</translation>
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
        <translation>{0}: pintasan {1} sudah dipakai ({2}).</translation>
    </message>
</context>
<context>
    <name>LabelPreview</name>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>The label on each paper</source>
        <translation>Label pada setiap tema</translation>
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
    <message>
        <source>Cue</source>
        <translation>Isyarat</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>Lewat</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>&amp;Leave</source>
        <translation>Ting&amp;galkan</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Keluar</translation>
    </message>
    <message>
        <source>&amp;Wait</source>
        <translation>&amp;Tunggu</translation>
    </message>
    <message>
        <source>{0} of {1} pages are still to be added.</source>
        <translation>{0} dari {1} halaman belum ditambahkan.</translation>
    </message>
    <message>
        <source>“{0}” is not finished; it is done again later.</source>
        <translation>“{0}” belum selesai; nanti dikerjakan lagi.</translation>
    </message>
    <message>
        <source>“{0}” is not finished; it would be stopped.</source>
        <translation>“{0}” belum selesai dan akan dihentikan.</translation>
    </message>
    <message>
        <source>Leave this library now?</source>
        <translation>Tinggalkan pustaka ini sekarang?</translation>
    </message>
    <message>
        <source>The rest is added when it is opened again.</source>
        <translation>Sisanya ditambahkan saat pustaka ini dibuka lagi.</translation>
    </message>
    <message>
        <source>Quit now?</source>
        <translation>Keluar sekarang?</translation>
    </message>
    <message>
        <source>The rest is added at the next start.</source>
        <translation>Sisanya ditambahkan pada pembukaan berikutnya.</translation>
    </message>
</context>
<context>
    <name>LeftOutDrawer</name>
    <message>
        <source>Find in what was left out</source>
        <translation>Cari dalam blok</translation>
    </message>
    <message>
        <source>Show only the blocks that hold these words</source>
        <translation>Tampilkan hanya blok yang memuat kata-kata ini</translation>
    </message>
    <message>
        <source>Show the blocks of the article between those that were left out ({0})</source>
        <translation>Tampilkan bagian artikel di antara yang disisihkan ({0})</translation>
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
        <source>Find words</source>
        <translation>Cari kata</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Seluruh halaman</translation>
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
    <name>Libraries</name>
    <message>
        <source>Open a library</source>
        <translation>Buka pustaka</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Pustaka baru</translation>
    </message>
    <message>
        <source>Tilik libraries (*.tilik);;All files (*)</source>
        <translation>Pustaka Tilik (*.tilik);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>{0} is there already. Open it, or give the new library another name.</source>
        <translation>{0} sudah ada. Bukalah, atau beri nama lain untuk pustaka baru.</translation>
    </message>
    <message>
        <source>This library is open already.</source>
        <translation>Pustaka ini sudah terbuka.</translation>
    </message>
    <message>
        <source>{0} was made by an older Tilik. It is brought up to date when it is opened, after a backup; an older Tilik cannot open it then.</source>
        <translation>{0} dibuat Tilik yang lebih lama. Pustaka ini diperbarui saat dibuka, sesudah dicadangkan; setelah itu Tilik yang lebih lama tidak dapat membukanya.</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>&amp;Buka</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>{0} (inferred)</source>
        <translation>{0} (perkiraan)</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles (Enter opens, E moves to done, Del to the trash, and there for good)</source>
        <translation>Artikel (Enter membuka, E memindahkan ke selesai, Del ke sampah, dan di sampah menghapus selamanya)</translation>
    </message>
    <message>
        <source>Your library is empty.</source>
        <translation>Pustaka Anda kosong.</translation>
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
        <source>The first %n hit(s)</source>
        <translation>
            <numerusform>%n temuan pertama</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n article(s) to {0}</source>
        <translation>
            <numerusform>%n artikel dipindahkan ke {0}</numerusform>
        </translation>
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
        <source>In a word or two, as “contradicts”</source>
        <translation>Dengan satu dua kata, misalnya “menentang”</translation>
    </message>
    <message>
        <source>Your own kind of link</source>
        <translation>Jenis tautan buatan sendiri</translation>
    </message>
    <message>
        <source>What the link says, from this mark to the other; Enter links</source>
        <translation>Yang dikatakan tautan, dari tanda ini ke yang lain; Enter menautkan</translation>
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
        <source>Another kind…</source>
        <translation>Jenis lain…</translation>
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
        <source>Link this mark: click another one, or type its words and press Enter. Esc gives up.</source>
        <translation>Tautkan tanda ini: klik tanda lain, atau ketik katanya lalu tekan Enter. Esc membatalkan.</translation>
    </message>
    <message>
        <source>No link was made.</source>
        <translation>Tidak ada tautan yang dibuat.</translation>
    </message>
    <message>
        <source>Name the kind of link first.</source>
        <translation>Beri nama jenis tautan dulu.</translation>
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
        <source>denies that</source>
        <translation>membantah bahwa</translation>
    </message>
    <message>
        <source>said by</source>
        <translation>dikatakan oleh</translation>
    </message>
    <message>
        <source>says</source>
        <translation>mengatakan</translation>
    </message>
    <message>
        <source>says that</source>
        <translation>menyatakan bahwa</translation>
    </message>
    <message>
        <source>was told</source>
        <translation>diberi tahu</translation>
    </message>
    <message>
        <source>when this was said:</source>
        <translation>waktu dikatakannya:</translation>
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
        <source>These letters were typed with nothing chosen: they did nothing. Click a sentence or press {0} first.</source>
        <translation>Huruf-huruf ini diketik saat tidak ada yang dipilih, jadi tidak berpengaruh. Klik sebuah kalimat atau tekan {0} dahulu.</translation>
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
        <source>Open an article first.</source>
        <translation>Buka dulu sebuah artikel.</translation>
    </message>
    <message>
        <source>Done: “{0}”. This is the next one.</source>
        <translation>Selesai: “{0}”. Ini artikel berikutnya.</translation>
    </message>
    <message>
        <source>Done: “{0}”. It was the last one of this list.</source>
        <translation>Selesai: “{0}”. Itu yang terakhir di daftar ini.</translation>
    </message>
    <message>
        <source>Moved to {0}</source>
        <translation>Dipindahkan ke {0}</translation>
    </message>
    <message>
        <source>From now on a label chosen in the panel is the only one on the page.</source>
        <translation>Mulai sekarang hanya label yang dipilih di panel yang tampak di halaman.</translation>
    </message>
    <message>
        <source>This is what is chosen. Press the key again.</source>
        <translation>Inilah yang dipilih. Tekan tombolnya sekali lagi.</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Ambil</translation>
    </message>
    <message>
        <source>The backup was put back.</source>
        <translation>Cadangan sudah dipulihkan.</translation>
    </message>
    <message>
        <source>The backup was put back. What it replaced is {0}.</source>
        <translation>Cadangan sudah dipulihkan. Yang digantikannya ada di {0}.</translation>
    </message>
    <message>
        <source>A backup of the library could not be made: {0}</source>
        <translation>Cadangan pustaka tidak dapat dibuat: {0}</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>(no key)</source>
        <translation>(tanpa tombol)</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Panduan</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Mundur</translation>
    </message>
    <message>
        <source>Forward ›</source>
        <translation>Maju ›</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Halaman panduan</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Halaman panduan yang terbuka</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Cari di panduan</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Halaman sebelumnya</translation>
    </message>
    <message>
        <source>The page that you came back from</source>
        <translation>Halaman yang tadi Anda tinggalkan</translation>
    </message>
    <message>
        <source>Words to find in all pages; Enter goes to the next place</source>
        <translation>Kata yang dicari di semua halaman; Enter menuju tempat berikutnya</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n halaman</numerusform>
        </translation>
    </message>
    <message>
        <source>On no page</source>
        <translation>Tidak ada di halaman mana pun</translation>
    </message>
</context>
<context>
    <name>MarkFields</name>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Tags, with commas</source>
        <translation>Tag, dipisah koma</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
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
        <source>Begin an attribution first: select what is said and press {0}.</source>
        <translation>Mulailah atribusi dahulu: pilih apa yang dikatakan lalu tekan {0}.</translation>
    </message>
    <message>
        <source>There are no words to mark here. Select some, or press {0}.</source>
        <translation>Tidak ada kata yang bisa ditandai di sini. Pilih kata, atau tekan {0}.</translation>
    </message>
    <message>
        <source>Marked as {0}</source>
        <translation>Ditandai sebagai {0}</translation>
    </message>
    <message>
        <source>Marked as {0} already.</source>
        <translation>Sudah ditandai sebagai {0}.</translation>
    </message>
    <message>
        <source>Changed to {0}</source>
        <translation>Diubah menjadi {0}</translation>
    </message>
    <message>
        <source>Mark deleted. {0} brings it back.</source>
        <translation>Tanda dihapus. {0} mengembalikannya.</translation>
    </message>
    <message>
        <source>{0} marks deleted. {1} brings them back.</source>
        <translation>{0} tanda dihapus. {1} mengembalikannya.</translation>
    </message>
    <message>
        <source>Choose a mark first, with {0} or a click.</source>
        <translation>Pilih tanda dahulu, dengan {0} atau klik.</translation>
    </message>
</context>
<context>
    <name>MarksChoice</name>
    <message>
        <source>Label of the marks</source>
        <translation>Label tanda</translation>
    </message>
    <message>
        <source>Who made the marks</source>
        <translation>Siapa yang membuat tanda</translation>
    </message>
    <message>
        <source>When the marks were made</source>
        <translation>Kapan tanda dibuat</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Semua label</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Semua orang</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Kapan saja</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>7 hari terakhir</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>30 hari terakhir</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Tanda</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>· who says so: {0}</source>
        <translation>· yang menyatakan: {0}</translation>
    </message>
    <message>
        <source>not committed</source>
        <translation>tidak bersikap</translation>
    </message>
    <message>
        <source>· not heard</source>
        <translation>· belum dimintai tanggapan</translation>
    </message>
    <message>
        <source>only: {0}</source>
        <translation>hanya: {0}</translation>
    </message>
    <message>
        <source>⚠ This denies something else than the claim says, or a part of it.</source>
        <translation>⚠ Yang dibantah bukan isi klaim ini, atau hanya sebagiannya.</translation>
    </message>
    <message>
        <source>S records that it says nothing.</source>
        <translation>S mencatat bahwa pihak ini diam.</translation>
    </message>
    <message>
        <source>S takes it back.</source>
        <translation>S membatalkannya.</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>Own voice</source>
        <translation>Suara media</translation>
    </message>
    <message>
        <source>What the outlet says itself</source>
        <translation>Yang dikatakan media itu sendiri</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>✓ supports   ✗ denies   ? questions   – only comments   ■ says nothing   · named, but not heard   ⚠ denies something else than the claim says   not counted: ≠ words changed since, ∅ taken back, ≈ not confirmed since</source>
        <translation>✓ mendukung   ✗ membantah   ? mempertanyakan   – hanya mengomentari   ■ tidak berkata apa-apa   · disebut, tetapi belum dimintai tanggapan   ⚠ membantah hal lain daripada isi klaim   tidak dihitung: ≠ kata-katanya sudah diubah, ∅ dicabut, ≈ belum dipastikan lagi</translation>
    </message>
    <message>
        <source>Says nothing</source>
        <translation>Diam</translation>
    </message>
    <message>
        <source>Record that this party says nothing to this claim, or take that back (S)</source>
        <translation>Catat bahwa pihak ini diam soal klaim ini, atau batalkan (S)</translation>
    </message>
    <message>
        <source>Claims and parties</source>
        <translation>Klaim dan pihak</translation>
    </message>
    <message numerus="yes">
        <source>%n more part(ies) are not shown: choose fewer articles.</source>
        <translation>
            <numerusform>%n pihak lain tidak ditampilkan: pilih lebih sedikit artikel.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentionBox</name>
    <message>
        <source>Find a claim or a source</source>
        <translation>Cari klaim atau sumber</translation>
    </message>
    <message>
        <source>Find ({0})</source>
        <translation>Cari ({0})</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Type to find a claim or a source for this mark</source>
        <translation>Ketik untuk mencari klaim atau sumber bagi tanda ini</translation>
    </message>
    <message>
        <source>Claim:</source>
        <translation>Klaim:</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Sumber:</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>This mark mentions none yet</source>
        <translation>Tanda ini belum menyebut satu pun</translation>
    </message>
    <message>
        <source>New claim</source>
        <translation>Klaim baru</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>Sumber baru</translation>
    </message>
</context>
<context>
    <name>Mentioning</name>
    <message>
        <source>This mark is the only one of “{0}” already.</source>
        <translation>Tanda ini sudah satu-satunya untuk “{0}”.</translation>
    </message>
    <message>
        <source>There is none yet. B makes a new one.</source>
        <translation>Belum ada. B membuat yang baru.</translation>
    </message>
    <message>
        <source>This mark mentions no claim or source yet. B makes a new one.</source>
        <translation>Tanda ini belum menyebut klaim atau sumber. B membuat yang baru.</translation>
    </message>
    <message>
        <source>New claim: {0}</source>
        <translation>Klaim baru: {0}</translation>
    </message>
    <message>
        <source>New source: {0}</source>
        <translation>Sumber baru: {0}</translation>
    </message>
    <message>
        <source>Mentions: {0}</source>
        <translation>Menyebut: {0}</translation>
    </message>
    <message>
        <source>Mentions none.</source>
        <translation>Tidak menyebut satu pun.</translation>
    </message>
    <message>
        <source>Choose a claim, a denial or a source first.</source>
        <translation>Pilih klaim, bantahan, atau sumber dahulu.</translation>
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
        <translation>Baha&amp;sa</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Terbaru</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Belum ada</translation>
    </message>
    <message>
        <source>Recent libraries</source>
        <translation>Pustaka &amp;yang terakhir dibuka</translation>
    </message>
</context>
<context>
    <name>MergeOffer</name>
    <message>
        <source>Two marks on nearly the same words</source>
        <translation>Dua tanda pada kata yang hampir sama</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabungkan</translation>
    </message>
    <message>
        <source>Make these two marks one</source>
        <translation>Jadikan dua tanda ini satu</translation>
    </message>
    <message>
        <source>Leave both marks</source>
        <translation>Biarkan kedua tanda</translation>
    </message>
</context>
<context>
    <name>MergeQuestion</name>
    <message>
        <source>Merge claims</source>
        <translation>Gabung klaim</translation>
    </message>
    <message>
        <source>Which wording stays?</source>
        <translation>Rumusan mana yang dipakai?</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Gabungkan</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Nearly the same as {0}</source>
        <translation>Hampir sama dengan {0}</translation>
    </message>
    <message>
        <source>Nearly the same as {0}. {1} merges them.</source>
        <translation>Hampir sama dengan {0}. {1} menggabungkannya.</translation>
    </message>
    <message>
        <source>Make these two marks one</source>
        <translation>Jadikan dua tanda ini satu</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Orang lain</translation>
    </message>
    <message>
        <source>{0} marked nearly the same words. Marks of two people are not merged.</source>
        <translation>{0} menandai kata yang hampir sama. Tanda dari dua orang tidak digabung.</translation>
    </message>
    <message>
        <source>The marks are one now. {0} brings both back.</source>
        <translation>Kedua tanda kini satu. {0} mengembalikan keduanya.</translation>
    </message>
    <message>
        <source>Choose a mark first, with {0} or a click.</source>
        <translation>Pilih tanda dahulu, dengan {0} atau klik.</translation>
    </message>
    <message>
        <source>No mark of this kind is on nearly the same words.</source>
        <translation>Tidak ada tanda sejenis pada kata yang hampir sama.</translation>
    </message>
</context>
<context>
    <name>NameQuestion</name>
    <message>
        <source>Which name stays? The others are kept as its other names.</source>
        <translation>Nama mana yang dipakai? Yang lain disimpan sebagai nama lainnya.</translation>
    </message>
    <message>
        <source>Merge sources</source>
        <translation>Gabung sumber</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Gabungkan</translation>
    </message>
</context>
<context>
    <name>NewPassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Ganti frasa sandi</translation>
    </message>
    <message>
        <source>Passphrase or recovery words</source>
        <translation>Frasa sandi atau kata pemulihan</translation>
    </message>
    <message>
        <source>What opens the library now, or its recovery words</source>
        <translation>Yang membuka pustaka sekarang, atau kata pemulihannya</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frasa sandi baru</translation>
    </message>
    <message>
        <source>Several words that only you know</source>
        <translation>Beberapa kata yang hanya Anda ketahui</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Frasa sandi baru sekali lagi</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Ketik yang sama sekali lagi</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Tampilkan yang saya ketik</translation>
    </message>
    <message>
        <source>&amp;Change it</source>
        <translation>&amp;Ganti</translation>
    </message>
    <message>
        <source>Give the library this passphrase (Enter)</source>
        <translation>Beri pustaka frasa sandi ini (Enter)</translation>
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
        <source>A short passphrase is soon guessed. Four or more words that do not belong together are not.</source>
        <translation>Frasa sandi yang pendek cepat tertebak. Empat kata atau lebih yang tidak berkaitan tidak.</translation>
    </message>
    <message>
        <source>Now:</source>
        <translation>Sekarang:</translation>
    </message>
    <message>
        <source>New:</source>
        <translation>Baru:</translation>
    </message>
    <message>
        <source>Again:</source>
        <translation>Sekali lagi:</translation>
    </message>
    <message>
        <source>The recovery words stay the same. Backups open with the new passphrase, too.</source>
        <translation>Kata pemulihannya tetap sama. Cadangan pun terbuka dengan frasa sandi yang baru.</translation>
    </message>
    <message>
        <source>The two new passphrases are not alike, or empty.</source>
        <translation>Kedua frasa sandi baru tidak sama, atau kosong.</translation>
    </message>
</context>
<context>
    <name>OutcomeDrawer</name>
    <message>
        <source>Old wording</source>
        <translation>Kata-kata lama</translation>
    </message>
    <message>
        <source>New wording</source>
        <translation>Kata-kata baru</translation>
    </message>
    <message>
        <source>Confirm (C)</source>
        <translation>Pastikan (C)</translation>
    </message>
    <message>
        <source>The mark is right where it stands (C)</source>
        <translation>Tanda sudah benar di tempatnya (C)</translation>
    </message>
    <message>
        <source>Attach to selection (A)</source>
        <translation>Tempelkan ke pilihan (A)</translation>
    </message>
    <message>
        <source>Put the mark on the words selected in the text (A)</source>
        <translation>Letakkan tanda pada kata yang dipilih di teks (A)</translation>
    </message>
    <message>
        <source>Leave on the old text (O)</source>
        <translation>Biarkan di teks lama (O)</translation>
    </message>
    <message>
        <source>The mark stays on the words it was made on (O)</source>
        <translation>Tanda tetap pada kata-kata asalnya (O)</translation>
    </message>
    <message>
        <source>Show (Enter)</source>
        <translation>Tampilkan (Enter)</translation>
    </message>
    <message>
        <source>Show the mark in the text it stands on (Enter)</source>
        <translation>Tampilkan tanda di teks tempatnya (Enter)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Close the drawer (Esc)</source>
        <translation>Tutup laci (Esc)</translation>
    </message>
    <message>
        <source>Marks by outcome</source>
        <translation>Tanda menurut hasil</translation>
    </message>
    <message>
        <source>Marks by outcome (C confirms, A attaches, O leaves, Enter shows)</source>
        <translation>Tanda menurut hasil (C memastikan, A menempelkan, O membiarkan, Enter menampilkan)</translation>
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
        <source>Moved</source>
        <translation>Pindah</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>Di tempat</translation>
    </message>
    <message>
        <source>Not found in the new text</source>
        <translation>Tidak ditemukan di teks baru</translation>
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
    <name>PaneKeys</name>
    <message>
        <source>Claims board</source>
        <translation>Papan klaim</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Yang ditinggalkan</translation>
    </message>
    <message>
        <source>Marks after a capture</source>
        <translation>Tanda setelah pengambilan</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Perbandingan</translation>
    </message>
    <message>
        <source>Open the place</source>
        <translation>Buka tempatnya</translation>
    </message>
    <message>
        <source>Merge the chosen claims or sources</source>
        <translation>Gabungkan klaim atau sumber terpilih</translation>
    </message>
    <message>
        <source>Split a claim</source>
        <translation>Pecah klaim</translation>
    </message>
    <message>
        <source>Delete the chosen claims or sources</source>
        <translation>Hapus klaim atau sumber terpilih</translation>
    </message>
    <message>
        <source>Record that a party says nothing, or take that back</source>
        <translation>Catat bahwa suatu pihak diam, atau batalkan</translation>
    </message>
    <message>
        <source>Filter claims or sources</source>
        <translation>Saring klaim atau sumber</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Ke suatu halaman</translation>
    </message>
    <message>
        <source>Put a block back</source>
        <translation>Kembalikan bagian</translation>
    </message>
    <message>
        <source>Take a block out</source>
        <translation>Keluarkan bagian</translation>
    </message>
    <message>
        <source>Confirm the new place</source>
        <translation>Pastikan tempat baru</translation>
    </message>
    <message>
        <source>Attach the mark to the selection</source>
        <translation>Lekatkan tanda ke pilihan</translation>
    </message>
    <message>
        <source>Leave the mark on the older text</source>
        <translation>Biarkan tanda di teks lama</translation>
    </message>
    <message>
        <source>Show the mark</source>
        <translation>Tunjukkan tanda</translation>
    </message>
    <message>
        <source>Next or previous change</source>
        <translation>Perubahan berikut atau sebelumnya</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Ekspor laporan</translation>
    </message>
</context>
<context>
    <name>PanelHead</name>
    <message>
        <source>Find in marks, notes and tags</source>
        <translation>Cari dalam tanda, catatan, dan tag</translation>
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
        <source>Order by place in the text, or by the time of marking</source>
        <translation>Urutkan menurut tempat dalam teks atau waktu penandaan</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n kartu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) with no card of their own: choose their label to see them</source>
        <translation>
            <numerusform>%n tanda tanpa kartu sendiri: pilih labelnya untuk melihatnya</numerusform>
        </translation>
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
    <name>Papers</name>
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
        <source>High contrast, dark</source>
        <translation>Kontras tinggi, gelap</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Kontras tinggi, terang</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Encrypted library</source>
        <translation>Pustaka terenkripsi</translation>
    </message>
    <message>
        <source>{0} is encrypted. Its passphrase opens it.</source>
        <translation>{0} terenkripsi. Frasa sandinya yang membukanya.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>The passphrase that you chose for this library</source>
        <translation>Frasa sandi yang Anda pilih untuk pustaka ini</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Tampilkan yang saya ketik</translation>
    </message>
    <message>
        <source>I have the &amp;recovery words</source>
        <translation>Saya punya kata &amp;pemulihan</translation>
    </message>
    <message>
        <source>I have the recovery words</source>
        <translation>Saya punya kata pemulihan</translation>
    </message>
    <message>
        <source>The nine words that were shown when the library was encrypted</source>
        <translation>Sembilan kata yang ditampilkan ketika pustaka dienkripsi</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>Open the library with these words (Enter)</source>
        <translation>Buka pustaka dengan kata-kata ini (Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Leave it closed (Esc)</source>
        <translation>Biarkan tertutup (Esc)</translation>
    </message>
    <message>
        <source>Words:</source>
        <translation>Kata-kata:</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>Kata pemulihan</translation>
    </message>
    <message>
        <source>Type the nine words in their order. Capitals do not matter, nor do hyphens.</source>
        <translation>Ketik kesembilan kata sesuai urutannya. Huruf besar tidak berpengaruh, tanda hubung juga tidak.</translation>
    </message>
    <message>
        <source>These are not nine recovery words: one of them is mistyped, or missing.</source>
        <translation>Ini bukan sembilan kata pemulihan: ada yang salah ketik, atau kurang.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Membuka…</translation>
    </message>
</context>
<context>
    <name>PeopleBox</name>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Colour by person</source>
        <translation>Warna menurut orang</translation>
    </message>
    <message>
        <source>Marks take the colour of who made them; the underline tells the label</source>
        <translation>Tanda memakai warna pembuatnya; garis bawah menunjukkan labelnya</translation>
    </message>
    <message>
        <source>Show all marks</source>
        <translation>Tampilkan semua tanda</translation>
    </message>
    <message>
        <source>Show every mark again</source>
        <translation>Tampilkan lagi semua tanda</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) not shown on the page</source>
        <translation>
            <numerusform>%n tanda tidak tampak di halaman</numerusform>
        </translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(tanpa nama)</translation>
    </message>
    <message>
        <source>{0}: {1} marks. A click hides or shows them; {2}click shows only them</source>
        <translation>{0}: {1} tanda. Klik menyembunyikan atau menampilkannya; {2}klik hanya menampilkannya</translation>
    </message>
    <message>
        <source>Colour by person: all marks here are of {0}, so colours tell the label.</source>
        <translation>Warna per orang: semua tanda di sini milik {0}, jadi warna tetap menunjukkan label.</translation>
    </message>
</context>
<context>
    <name>PicturePage</name>
    <message>
        <source>Show the picture large</source>
        <translation>Tampilkan gambar besar</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Picture</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>Close the picture (Esc)</source>
        <translation>Tutup gambar (Esc)</translation>
    </message>
    <message>
        <source>&amp;Pixel by pixel (100 %)</source>
        <translation>&amp;Ukuran asli (100 %)</translation>
    </message>
    <message>
        <source>&amp;Fit the window</source>
        <translation>&amp;Paskan ke jendela</translation>
    </message>
    <message>
        <source>Show the picture in its own size (Enter)</source>
        <translation>Tampilkan gambar dalam ukuran aslinya (Enter)</translation>
    </message>
    <message>
        <source>Show all of it (Enter)</source>
        <translation>Tampilkan seluruh gambar (Enter)</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>Tags: {0}</source>
        <translation>Tag: {0}</translation>
    </message>
    <message>
        <source>{0} (inferred)</source>
        <translation>{0} (perkiraan)</translation>
    </message>
    <message>
        <source>Captured {0}</source>
        <translation>Diambil {0}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>A picture that was not kept</source>
        <translation>Gambar yang tidak disimpan</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} dari {1}</translation>
    </message>
    <message>
        <source>Open an article first.</source>
        <translation>Buka dulu sebuah artikel.</translation>
    </message>
    <message>
        <source>Printed “{0}”</source>
        <translation>“{0}” dicetak</translation>
    </message>
    <message>
        <source>The printer took nothing; nothing was printed.</source>
        <translation>Pencetak tidak menerima apa pun; tidak ada yang dicetak.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Simpan sebagai PDF</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>{0} tidak dapat ditulis: {1}</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>{0} disimpan</translation>
    </message>
</context>
<context>
    <name>PrivacyScreen</name>
    <message>
        <source>Tilik is locked. Nothing of the library is shown.</source>
        <translation>Tilik terkunci. Tidak ada isi pustaka yang ditampilkan.</translation>
    </message>
    <message>
        <source>&amp;Show the window again</source>
        <translation>&amp;Tampilkan jendela lagi</translation>
    </message>
    <message>
        <source>Show the window again</source>
        <translation>Tampilkan jendela lagi</translation>
    </message>
    <message>
        <source>Nothing of the library is shown. Anyone here can show it again: only an encrypted library asks for its passphrase.</source>
        <translation>Isi pustaka tidak ditampilkan. Siapa pun di sini dapat menampilkannya lagi: hanya pustaka terenkripsi yang meminta frasa sandi.</translation>
    </message>
    <message>
        <source>Passphrase or recovery words</source>
        <translation>Frasa sandi atau kata pemulihan</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>{0}, the library that was open last, is not there. This is the usual one.</source>
        <translation>{0}, pustaka yang terakhir dibuka, tidak ada di sana. Ini pustaka yang biasa.</translation>
    </message>
    <message>
        <source>Making a clean copy…</source>
        <translation>Membuat salinan bersih…</translation>
    </message>
    <message>
        <source>See that its disk is there, has room, and that you may read and write in its folder; then try again. Backups are kept in {0}.</source>
        <translation>Pastikan disknya terpasang dan masih punya ruang, serta Anda boleh membaca dan menulis di foldernya; lalu coba lagi. Cadangan disimpan di {0}.</translation>
    </message>
</context>
<context>
    <name>PublisherDialog</name>
    <message>
        <source>Publisher and rating scale</source>
        <translation>Penerbit dan skala penilaian</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>The house, as its readers know it</source>
        <translation>Nama media, sebagaimana dikenal pembacanya</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>The address of its site</source>
        <translation>Alamat situsnya</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>The address of its logo</source>
        <translation>Alamat logonya</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Terburuk</translation>
    </message>
    <message>
        <source>The number of what is all wrong</source>
        <translation>Angka untuk yang sepenuhnya salah</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Terbaik</translation>
    </message>
    <message>
        <source>The number of what is all right</source>
        <translation>Angka untuk yang sepenuhnya benar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Keep these values in this library</source>
        <translation>Simpan nilai-nilai ini di pustaka ini</translation>
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
        <source>Rating</source>
        <translation>Penilaian</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Its number on the scale; empty: none</source>
        <translation>Angkanya pada skala; kosong: tidak ada</translation>
    </message>
    <message>
        <source>Number of {0}</source>
        <translation>Angka {0}</translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} dalam {1}</translation>
    </message>
    <message>
        <source>A number of the scale is a whole number, or nothing.</source>
        <translation>Angka pada skala adalah bilangan bulat, atau kosong.</translation>
    </message>
    <message>
        <source>{0}: an address of the web begins with https://</source>
        <translation>{0}: alamat web dimulai dengan https://</translation>
    </message>
    <message>
        <source>The worst number is smaller than the best.</source>
        <translation>Angka terburuk lebih kecil daripada yang terbaik.</translation>
    </message>
    <message>
        <source>Outside the scale: {0}</source>
        <translation>Di luar skala: {0}</translation>
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
        <source>Paper</source>
        <translation>Tema</translation>
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
        <translation>Kembalikan semua kecuali tema</translation>
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
    <message numerus="yes">
        <source>%n article(s) cleaned again: see what would change</source>
        <translation>
            <numerusform>%n artikel telah dibersihkan ulang: lihat apa yang akan berubah</numerusform>
        </translation>
    </message>
    <message>
        <source>The new texts were taken; one undo brings the old ones back.</source>
        <translation>Teks baru dipakai; satu kali urungkan mengembalikan yang lama.</translation>
    </message>
</context>
<context>
    <name>RelatedBox</name>
    <message>
        <source>Relate</source>
        <translation>Kaitkan</translation>
    </message>
    <message>
        <source>Relate the two claims (Enter)</source>
        <translation>Kaitkan kedua klaim (Enter)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Take the chosen relation away</source>
        <translation>Hapus kaitan yang dipilih</translation>
    </message>
    <message>
        <source>Related claims</source>
        <translation>Klaim terkait</translation>
    </message>
    <message>
        <source>How this claim stands to others</source>
        <translation>Hubungan klaim ini dengan klaim lain</translation>
    </message>
    <message>
        <source>How they are related</source>
        <translation>Jenis kaitannya</translation>
    </message>
    <message>
        <source>Words of the other claim</source>
        <translation>Kata dari klaim lain</translation>
    </message>
    <message>
        <source>The other claim</source>
        <translation>Klaim lain</translation>
    </message>
    <message>
        <source>Type words of the other claim, choose it, press Enter</source>
        <translation>Ketik kata dari klaim lain, pilih, tekan Enter</translation>
    </message>
    <message>
        <source>a claim that is not shown here</source>
        <translation>klaim yang tidak ditampilkan di sini</translation>
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
    <name>Relations</name>
    <message>
        <source>A click goes there</source>
        <translation>Klik untuk ke sana</translation>
    </message>
    <message>
        <source>the chosen mark</source>
        <translation>tanda terpilih</translation>
    </message>
    <message>
        <source>Choose a mark first, with {0} or a click.</source>
        <translation>Pilih dahulu sebuah tanda, dengan {0} atau klik.</translation>
    </message>
    <message>
        <source>This mark is linked to none.</source>
        <translation>Tanda ini tidak tertaut ke mana pun.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>&amp;Put this one back…</source>
        <translation>&amp;Pulihkan yang ini…</translation>
    </message>
    <message>
        <source>The library becomes what it was then; what it is now is kept beside it</source>
        <translation>Pustaka kembali seperti saat itu; keadaannya sekarang disimpan di sampingnya</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Close, and change nothing (Esc)</source>
        <translation>Tutup tanpa mengubah apa pun (Esc)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>Cadangan, yang terbaru di atas</translation>
    </message>
    <message>
        <source>Choose a backup to see what differs from now</source>
        <translation>Pilih cadangan untuk melihat bedanya dengan sekarang</translation>
    </message>
    <message>
        <source>damaged: {0}</source>
        <translation>rusak: {0}</translation>
    </message>
    <message>
        <source>at the second place</source>
        <translation>di tempat kedua</translation>
    </message>
    <message>
        <source>also at the second place</source>
        <translation>juga di tempat kedua</translation>
    </message>
    <message>
        <source>was replaced by a backup</source>
        <translation>digantikan oleh cadangan</translation>
    </message>
    <message>
        <source>made by an older Tilik</source>
        <translation>dibuat oleh Tilik yang lebih lama</translation>
    </message>
    <message>
        <source>There is no backup of this library.</source>
        <translation>Tidak ada cadangan pustaka ini.</translation>
    </message>
    <message>
        <source>This one cannot be put back: {0}.</source>
        <translation>Yang ini tidak dapat dipulihkan: {0}.</translation>
    </message>
    <message>
        <source>Reading it whole, to see what differs from now…</source>
        <translation>Membacanya sampai utuh untuk melihat bedanya dengan sekarang…</translation>
    </message>
    <message>
        <source>It is whole. What differs is not known: the library cannot be read now.</source>
        <translation>Cadangan ini utuh. Bedanya tidak diketahui: pustaka sekarang tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>It is whole, and holds the same articles and marks as now.</source>
        <translation>Cadangan ini utuh, dan berisi artikel dan tanda yang sama dengan sekarang.</translation>
    </message>
    <message>
        <source>It is whole.</source>
        <translation>Cadangan ini utuh.</translation>
    </message>
    <message>
        <source>Made since, and would go: {0}.</source>
        <translation>Dibuat setelahnya, dan akan hilang: {0}.</translation>
    </message>
    <message>
        <source>Only in it, and would come back: {0}.</source>
        <translation>Hanya ada di dalamnya, dan akan kembali: {0}.</translation>
    </message>
    <message>
        <source>Changed since, and would be as it was: {0}.</source>
        <translation>Diubah setelahnya, dan akan kembali seperti semula: {0}.</translation>
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
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Put back the library as it was on {0}? What it is now is kept beside it, under another name.</source>
        <translation>Kembalikan pustaka seperti keadaannya pada {0}? Keadaannya yang sekarang disimpan di sampingnya, dengan nama lain.</translation>
    </message>
    <message>
        <source>&amp;Put it back</source>
        <translation>&amp;Pulihkan</translation>
    </message>
    <message>
        <source>Reading the backup…</source>
        <translation>Membaca cadangan…</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Show ({0})</source>
        <translation>Tampilkan ({0})</translation>
    </message>
    <message>
        <source>There is no result to show.</source>
        <translation>Tidak ada hasil untuk ditampilkan.</translation>
    </message>
</context>
<context>
    <name>RevisionBar</name>
    <message>
        <source>Captures and corrections of this article</source>
        <translation>Pengambilan dan pembetulan artikel ini</translation>
    </message>
    <message>
        <source>Read the article as it was captured or corrected then</source>
        <translation>Baca artikel sebagaimana diambil atau dibetulkan waktu itu</translation>
    </message>
    <message>
        <source>Older text, to be read only</source>
        <translation>Teks lama, hanya untuk dibaca</translation>
    </message>
    <message>
        <source>Back to the &amp;newest</source>
        <translation>Kembali ke &amp;terbaru</translation>
    </message>
    <message>
        <source>Show the newest text</source>
        <translation>Tampilkan teks terbaru</translation>
    </message>
    <message>
        <source>List the marks by what became of them</source>
        <translation>Daftar tanda menurut yang terjadi padanya</translation>
    </message>
    <message>
        <source>C&amp;ompare…</source>
        <translation>&amp;Bandingkan…</translation>
    </message>
    <message>
        <source>Two texts of the article side by side</source>
        <translation>Dua teks artikel ini berdampingan</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) to look at</source>
        <translation>
            <numerusform>%n tanda perlu dilihat</numerusform>
        </translation>
    </message>
    <message>
        <source>Marks by outcome</source>
        <translation>Tanda menurut hasil</translation>
    </message>
</context>
<context>
    <name>Revisions</name>
    <message>
        <source>Open an article first.</source>
        <translation>Buka dulu sebuah artikel.</translation>
    </message>
    <message>
        <source>This article has no address. Capture it from a file instead.</source>
        <translation>Artikel ini tidak punya alamat. Ambil dari berkas saja.</translation>
    </message>
    <message>
        <source>Newer version of this article</source>
        <translation>Versi lebih baru dari artikel ini</translation>
    </message>
    <message>
        <source>Pages and texts (*.html *.htm *.xhtml *.mht *.mhtml *.htz *.maff *.webarchive *.txt *.text *.md *.markdown);;All files (*)</source>
        <translation>Halaman dan teks (*.html *.htm *.xhtml *.mht *.mhtml *.htz *.maff *.webarchive *.txt *.text *.md *.markdown);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>Is {0} a newer version of “{1}”?</source>
        <translation>Apakah {0} versi lebih baru dari “{1}”?</translation>
    </message>
    <message>
        <source>&amp;Newer version of this article</source>
        <translation>Versi lebih &amp;baru dari artikel ini</translation>
    </message>
    <message>
        <source>&amp;Another article</source>
        <translation>Artikel &amp;lain</translation>
    </message>
    <message>
        <source>This library can only be read; nothing was changed.</source>
        <translation>Pustaka ini hanya bisa dibaca; tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Capturing again</source>
        <translation>Mengambil ulang</translation>
    </message>
    <message>
        <source>Nothing has changed since the last capture; nothing was recorded.</source>
        <translation>Tidak ada yang berubah sejak pengambilan terakhir; tidak ada yang dicatat.</translation>
    </message>
    <message>
        <source>Captured again; one undo takes it back.</source>
        <translation>Diambil ulang; satu kali urungkan membatalkannya.</translation>
    </message>
    <message>
        <source>“{0}” was captured again: open</source>
        <translation>“{0}” telah diambil ulang: buka</translation>
    </message>
    <message>
        <source>This article was captured only once.</source>
        <translation>Artikel ini baru sekali diambil.</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>denied by</source>
        <translation>dibantah oleh</translation>
    </message>
    <message>
        <source>what is said</source>
        <translation>yang dikatakan</translation>
    </message>
    <message>
        <source>said by</source>
        <translation>dikatakan oleh</translation>
    </message>
    <message>
        <source>in the words</source>
        <translation>dengan kata</translation>
    </message>
    <message>
        <source>via</source>
        <translation>lewat</translation>
    </message>
    <message>
        <source>when</source>
        <translation>pada</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Claim</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>The claim as it is worded (click sorts)</source>
        <translation>Klaim menurut rumusannya (klik mengurutkan)</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Dinyatakan oleh</translation>
    </message>
    <message>
        <source>Who supports it (click sorts)</source>
        <translation>Siapa yang mendukungnya (klik mengurutkan)</translation>
    </message>
    <message>
        <source>Denied by</source>
        <translation>Dibantah oleh</translation>
    </message>
    <message>
        <source>Who denies it (click sorts)</source>
        <translation>Siapa yang membantahnya (klik mengurutkan)</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Evidence: + supports, − refutes, ○ context (click sorts)</source>
        <translation>Bukti: + mendukung, − membantah, ○ konteks (klik mengurutkan)</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Independent sources for : against, each from least to most (click sorts)</source>
        <translation>Sumber independen yang mendukung : membantah, masing-masing dari yang paling sedikit sampai yang paling banyak (klik untuk mengurutkan)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Kesimpulan</translation>
    </message>
    <message>
        <source>The last review&apos;s verdict (click sorts)</source>
        <translation>Kesimpulan pemeriksaan terakhir (klik mengurutkan)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>How far the work is (click sorts)</source>
        <translation>Sejauh mana pekerjaannya (klik mengurutkan)</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>In how many articles it stands (click sorts)</source>
        <translation>Ada dalam berapa artikel (klik mengurutkan)</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>A copy of the library&apos;s file alone would lack what you did last.</source>
        <translation>Salinan berkas pustaka saja belum memuat yang terakhir Anda kerjakan.</translation>
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
    <name>Session</name>
    <message>
        <source>This is an older text, to be read only. Go back to the newest to change marks.</source>
        <translation>Ini teks lama, hanya untuk dibaca. Kembali ke yang terbaru untuk mengubah tanda.</translation>
    </message>
    <message>
        <source>An article comes or goes by this step: take it back in the main window.</source>
        <translation>Langkah ini membuat artikel datang atau hilang: urungkan di jendela utama.</translation>
    </message>
</context>
<context>
    <name>SetComparison</name>
    <message>
        <source>Mentions</source>
        <translation>Menyebut</translation>
    </message>
    <message>
        <source>Marked words</source>
        <translation>Kata yang ditandai</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Penanda</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atribut</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>Penulis</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Joined marks</source>
        <translation>Tanda yang ditautkan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Terbit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Rumusan</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Garis bawah</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Kesimpulan</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Bidang</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Di sini</translation>
    </message>
    <message>
        <source>In the set</source>
        <translation>Dalam set</translation>
    </message>
    <message>
        <source>Here and in the set</source>
        <translation>Di sini dan dalam set</translation>
    </message>
    <message>
        <source>What differs, here and in the set</source>
        <translation>Yang berbeda, di sini dan dalam set</translation>
    </message>
</context>
<context>
    <name>SetPreview</name>
    <message>
        <source>Import annotated set</source>
        <translation>Impor set beranotasi</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Yang berbeda</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Impor</translation>
    </message>
    <message>
        <source>Bring the set in; one undo takes it back</source>
        <translation>Masukkan set ini; satu urungkan membatalkannya</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Jangan ubah apa pun (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n artikel baru</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new mark(s)</source>
        <translation>
            <numerusform>%n tanda baru</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new link(s)</source>
        <translation>
            <numerusform>%n tautan baru</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n sudah ada di sini</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s)</source>
        <translation>
            <numerusform>%n berbeda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put elsewhere</source>
        <translation>
            <numerusform>%n diletakkan di tempat lain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit</source>
        <translation>
            <numerusform>%n tidak cocok</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Pertahankan milik kita</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Ambil milik mereka</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Simpan keduanya</translation>
    </message>
    <message>
        <source>Keep ours, take what the set says, or keep both</source>
        <translation>Pertahankan milik kita, ambil yang dari set, atau simpan keduanya</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Yang mana</translation>
    </message>
    <message>
        <source>What would become of it</source>
        <translation>Apa yang akan terjadi</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Pilihan</translation>
    </message>
    <message>
        <source>What asks for a look</source>
        <translation>Yang perlu dilihat</translation>
    </message>
    <message>
        <source>What differs, does not fit or is put elsewhere</source>
        <translation>Yang berbeda, tidak cocok, atau diletakkan di tempat lain</translation>
    </message>
    <message>
        <source>Choice for {0}</source>
        <translation>Pilihan untuk {0}</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>tanda</translation>
    </message>
    <message>
        <source>Differs in: {0}</source>
        <translation>Berbeda pada: {0}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
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
        <translation>Tema:</translation>
    </message>
    <message>
        <source>Size of the window&apos;s words:</source>
        <translation>Ukuran tulisan jendela:</translation>
    </message>
    <message>
        <source>Selecting:</source>
        <translation>Memilih:</translation>
    </message>
    <message>
        <source>Hide when idle:</source>
        <translation>Sembunyikan bila diam:</translation>
    </message>
    <message>
        <source>Keys:</source>
        <translation>Pintasan:</translation>
    </message>
    <message>
        <source>Library:</source>
        <translation>Pustaka:</translation>
    </message>
    <message>
        <source>Backups also in:</source>
        <translation>Cadangan juga di:</translation>
    </message>
    <message>
        <source>Published reviews:</source>
        <translation>Pemeriksaan yang terbit:</translation>
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
        <translation>Tema</translation>
    </message>
    <message>
        <source>The colours of the window and of the page</source>
        <translation>Warna jendela dan halaman</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Size of the window&apos;s words</source>
        <translation>Ukuran tulisan jendela</translation>
    </message>
    <message>
        <source>Menus, lists and buttons; 100 % is the size that the system asks for</source>
        <translation>Menu, daftar, dan tombol; 100 % adalah ukuran yang diminta sistem</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Kata utuh</translation>
    </message>
    <message>
        <source>Select whole words</source>
        <translation>Pilih kata utuh</translation>
    </message>
    <message>
        <source>What the mouse selects are whole words; hold Alt while dragging for letters</source>
        <translation>Yang dipilih dengan tetikus selalu kata utuh; tahan Alt saat menyeret untuk memilih per huruf</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Tidak pernah</translation>
    </message>
    <message>
        <source> min</source>
        <translation> mnt</translation>
    </message>
    <message>
        <source>Hide everything after so many minutes without a key</source>
        <translation>Sembunyikan semua setelah sekian menit tanpa tombol</translation>
    </message>
    <message>
        <source>An encrypted library is shown again for its passphrase, others for a key</source>
        <translation>Pustaka terenkripsi ditampilkan lagi dengan frasa sandinya, yang lain dengan satu tombol</translation>
    </message>
    <message>
        <source>Change the keys…</source>
        <translation>Ubah pintasan…</translation>
    </message>
    <message>
        <source>Give actions other keys</source>
        <translation>Beri tindakan tombol lain</translation>
    </message>
    <message>
        <source>Name, address and logo of who publishes, and what ratings are called; kept in this library</source>
        <translation>Nama, alamat, dan logo penerbit, serta sebutan penilaian; disimpan di pustaka ini</translation>
    </message>
    <message>
        <source>Publisher and rating scale…</source>
        <translation>Penerbit dan skala penilaian…</translation>
    </message>
    <message>
        <source>A second place for backups, such as a stick or another disk; kept in this library</source>
        <translation>Tempat kedua untuk cadangan, misalnya diska lepas atau diska lain; disimpan di pustaka ini</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Pilih folder…</translation>
    </message>
    <message>
        <source>Backups also in: {0}</source>
        <translation>Cadangan juga di: {0}</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>tidak di mana pun</translation>
    </message>
    <message>
        <source>Nowhere else</source>
        <translation>Tidak di tempat lain</translation>
    </message>
    <message>
        <source>Keep backups beside the library only</source>
        <translation>Simpan cadangan hanya di samping pustaka</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message numerus="yes">
        <source>%n claims are chosen.

M makes them one.</source>
        <translation>
            <numerusform>%n klaim dipilih.

M menjadikannya satu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a claim to see what is known of it.</source>
        <translation>Pilih klaim untuk melihat apa yang diketahui tentangnya.</translation>
    </message>
    <message numerus="yes">
        <source>%n sources are chosen.

M makes them one.</source>
        <translation>
            <numerusform>%n sumber dipilih.

M menjadikannya satu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a source to see what is known of it.</source>
        <translation>Pilih sumber untuk melihat apa yang diketahui tentangnya.</translation>
    </message>
</context>
<context>
    <name>SourceEditor</name>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>One name a line</source>
        <translation>Satu nama per baris</translation>
    </message>
    <message>
        <source>The party that this source speaks for</source>
        <translation>Pihak yang diwakili sumber ini</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>Merge…</source>
        <translation>Gabungkan…</translation>
    </message>
    <message>
        <source>Make the chosen sources one (M)</source>
        <translation>Jadikan sumber yang dipilih satu (M)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Delete the chosen sources; their marks stay (Del)</source>
        <translation>Hapus sumber yang dipilih; tandanya tetap ada (Del)</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Hapus selamanya…</translation>
    </message>
    <message>
        <source>Delete the chosen sources with all that was ever noted of them</source>
        <translation>Hapus narasumber yang dipilih beserta semua yang pernah dicatat tentang mereka</translation>
    </message>
    <message>
        <source>Find in the sources</source>
        <translation>Cari di sumber</translation>
    </message>
    <message>
        <source>Show only sources that hold all these words ({0})</source>
        <translation>Tampilkan hanya sumber yang memuat semua kata ini ({0})</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Sources (Enter opens a place that names one, M makes several one)</source>
        <translation>Sumber (Enter membuka tempat yang menyebutnya, M menggabungkan)</translation>
    </message>
    <message>
        <source>Name of a new source, then Enter</source>
        <translation>Nama sumber baru, lalu Enter</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>Sumber baru</translation>
    </message>
    <message>
        <source>Name of a new source, for example a party that people speak for (Enter)</source>
        <translation>Nama sumber baru, misalnya pihak yang diwakili orang (Enter)</translation>
    </message>
    <message>
        <source>No sources here yet.

Choose the mark of a source in an article and press B, and it stands here.</source>
        <translation>Belum ada sumber di sini.

Pilih tanda sumber dalam artikel lalu tekan B, dan sumber itu muncul di sini.</translation>
    </message>
</context>
<context>
    <name>SplitQuestion</name>
    <message>
        <source>Split the claim</source>
        <translation>Pisahkan klaim</translation>
    </message>
    <message>
        <source>Which mentions are another claim? (Space ticks)</source>
        <translation>Penyebutan mana yang merupakan klaim lain? (Spasi mencentang)</translation>
    </message>
    <message>
        <source>&amp;Split off</source>
        <translation>&amp;Pisahkan</translation>
    </message>
    <message>
        <source>Wording of the new claim (empty: the words of its first mention)</source>
        <translation>Rumusan klaim baru (kosong: kata-kata penyebutan pertamanya)</translation>
    </message>
    <message>
        <source>Wording of the new claim</source>
        <translation>Rumusan klaim baru</translation>
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
        <translation>Kotak masuk</translation>
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
        <source>Show the last result</source>
        <translation>Tampilkan hasil terakhir</translation>
    </message>
    <message>
        <source>No backup</source>
        <translation>Tanpa cadangan</translation>
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
    <message>
        <source>Not saved</source>
        <translation>Belum tersimpan</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message>
        <source>What you typed last is not on disk.</source>
        <translation>Yang terakhir diketik belum tersimpan di cakram.</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>Membuka pustaka</translation>
    </message>
    <message>
        <source>Library not open</source>
        <translation>Pustaka tidak terbuka</translation>
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
        <source>Tilik uses the network only while you add an address or fetch a text.</source>
        <translation>Tilik memakai jaringan hanya selama Anda menambah alamat atau mengambil teks.</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>{0} (whole library)</source>
        <translation>{0} (seluruh pustaka)</translation>
    </message>
    <message>
        <source>{0} in {1} articles</source>
        <translation>{0} di {1} artikel</translation>
    </message>
    <message>
        <source>{0} in “{1}”</source>
        <translation>{0} di “{1}”</translation>
    </message>
    <message>
        <source>Whole library</source>
        <translation>Seluruh pustaka</translation>
    </message>
    <message>
        <source>(no longer here)</source>
        <translation>(sudah tidak ada)</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} dan {1} lainnya</translation>
    </message>
    <message>
        <source>This step was made in the whole library.</source>
        <translation>Langkah ini berlaku untuk seluruh pustaka.</translation>
    </message>
    <message>
        <source>The article of this step is no longer here.</source>
        <translation>Artikel langkah ini sudah tidak ada di sini.</translation>
    </message>
</context>
<context>
    <name>Struck</name>
    <message>
        <source>struck out by the publisher here</source>
        <translation>dicoret penerbit di sini</translation>
    </message>
</context>
<context>
    <name>TargetBar</name>
    <message>
        <source>Who says</source>
        <translation>Kata siapa</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Tautan</translation>
    </message>
    <message>
        <source>Make these {0} marks</source>
        <translation>Jadikan {0} tanda ini</translation>
    </message>
    <message>
        <source>Mark these words</source>
        <translation>Tandai kata-kata ini</translation>
    </message>
    <message>
        <source>Mark this sentence</source>
        <translation>Tandai kalimat ini</translation>
    </message>
    <message>
        <source>Make this mark</source>
        <translation>Jadikan tanda ini</translation>
    </message>
    <message>
        <source>{0} marks these words as {1}</source>
        <translation>{0} menandai kata-kata ini sebagai {1}</translation>
    </message>
    <message>
        <source>{0} marks this sentence as {1}</source>
        <translation>{0} menandai kalimat ini sebagai {1}</translation>
    </message>
    <message>
        <source>{0} makes this mark a {1}</source>
        <translation>{0} menjadikan tanda ini {1}</translation>
    </message>
</context>
<context>
    <name>TextMenu</name>
    <message>
        <source>Search the library for “{0}”</source>
        <translation>Cari “{0}” di pustaka</translation>
    </message>
    <message>
        <source>Open the link…</source>
        <translation>Buka tautan…</translation>
    </message>
    <message>
        <source>Copy the link&apos;s address</source>
        <translation>Salin alamat tautan</translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message>
        <source>This library can only be read; nothing was changed.</source>
        <translation>Pustaka ini hanya dapat dibaca; tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Sampah kosong.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Also delete it from %n backup(s), which are written anew</source>
        <translation>
            <numerusform>Hapus &amp;juga dari %n cadangan, yang lalu ditulis ulang</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete for good</source>
        <translation>&amp;Hapus selamanya</translation>
    </message>
    <message>
        <source>Backups that were made before still hold it, unless they are written anew.</source>
        <translation>Cadangan yang dibuat sebelumnya masih memuatnya, kecuali ditulis ulang.</translation>
    </message>
    <message>
        <source>Sets exported earlier, copies that other programs made, and what a solid-state disk keeps of overwritten places are beyond Tilik&apos;s reach.</source>
        <translation>Set yang sudah diekspor, salinan yang dibuat program lain, dan sisa data yang disimpan SSD dari tempat yang sudah ditimpa berada di luar jangkauan Tilik.</translation>
    </message>
    <message>
        <source>Delete “{0}” for good?</source>
        <translation>Hapus “{0}” selamanya?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n article(s) for good?</source>
        <translation>
            <numerusform>Hapus %n artikel selamanya?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n mark(s) for good?</source>
        <translation>
            <numerusform>Hapus %n tanda selamanya?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the note(s) of %n mark(s) for good?</source>
        <translation>
            <numerusform>Hapus catatan dari %n tanda selamanya?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n claim(s) for good?</source>
        <translation>
            <numerusform>Hapus %n klaim selamanya?</numerusform>
        </translation>
    </message>
    <message>
        <source>Texts, marks, original pages and their steps of undo leave the library. This cannot be undone.</source>
        <translation>Teks, tanda, halaman asli, dan langkah urungkannya keluar dari pustaka. Ini tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>Marks on words of articles stay, and are about nobody. This cannot be undone.</source>
        <translation>Tanda pada kata-kata artikel tetap ada, tetapi tidak lagi tentang siapa pun. Ini tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>Its evidence, its reviews and what other claims say of it go too. Marks on words of articles stay, and mention no claim. This cannot be undone.</source>
        <translation>Bukti dan pemeriksaannya, serta rujukan klaim lain kepadanya, ikut terhapus. Tanda pada kata-kata artikel tetap ada, tetapi tidak lagi menyebut klaim apa pun. Ini tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>Its steps of undo go too. This cannot be undone.</source>
        <translation>Langkah urungnya ikut hilang. Ini tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>Deleted for good.</source>
        <translation>Dihapus selamanya.</translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n article(s) for good</source>
        <translation>
            <numerusform>Menghapus %n artikel selamanya</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting for good</source>
        <translation>Menghapus selamanya</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) deleted for good.</source>
        <translation>
            <numerusform>%n artikel dihapus selamanya.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>{0}: press once more to undo.</source>
        <translation>{0}: tekan sekali lagi untuk mengurungkan.</translation>
    </message>
    <message>
        <source>{0}: press once more to do it again.</source>
        <translation>{0}: tekan sekali lagi untuk mengulangi.</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ulangi</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>Redo “{0}”?</source>
        <translation>Ulangi “{0}”?</translation>
    </message>
    <message>
        <source>Undo “{0}”?</source>
        <translation>Urungkan “{0}”?</translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s) of “{0}”, back to and with “{1}”?</source>
        <translation>
            <numerusform>Urungkan %n langkah di “{0}”, sampai dengan “{1}”?</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are taken back, or none; redo brings them again one by one.</source>
        <translation>Semuanya diurungkan, atau tidak sama sekali; Ulangi mengembalikannya satu per satu.</translation>
    </message>
    <message>
        <source>“{0}” goes from the list, with its marks.</source>
        <translation>“{0}” hilang dari daftar, beserta tandanya.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) go from the list, with their marks.</source>
        <translation>
            <numerusform>%n artikel hilang dari daftar, beserta tandanya.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}” comes back to the list.</source>
        <translation>“{0}” kembali ke daftar.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) come back to the list.</source>
        <translation>
            <numerusform>%n artikel kembali ke daftar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueKeys</name>
    <message>
        <source>{0}; stored when you leave it</source>
        <translation>{0}; disimpan saat ditinggalkan</translation>
    </message>
    <message>
        <source>Keys set and unset; Enter or Esc closes</source>
        <translation>Tombol memilih dan menghapus; Enter atau Esc menutup</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}: {1} taken away</source>
        <translation>{0}: {1} dihapus</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>supports</source>
        <translation>mendukung</translation>
    </message>
    <message>
        <source>denies</source>
        <translation>membantah</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>mempertanyakan</translation>
    </message>
    <message>
        <source>only comments</source>
        <translation>hanya mengomentari</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>pasti</translation>
    </message>
    <message>
        <source>probable</source>
        <translation>sangat mungkin</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>mungkin</translation>
    </message>
    <message>
        <source>certainly not</source>
        <translation>pasti tidak</translation>
    </message>
    <message>
        <source>probably not</source>
        <translation>kecil kemungkinan</translation>
    </message>
    <message>
        <source>possibly not</source>
        <translation>mungkin tidak</translation>
    </message>
    <message>
        <source>sure whether, not which</source>
        <translation>tahu, tidak dirinci</translation>
    </message>
    <message>
        <source>not committed</source>
        <translation>tidak bersikap</translation>
    </message>
    <message>
        <source>says</source>
        <translation>mengatakan</translation>
    </message>
    <message>
        <source>thinks</source>
        <translation>menganggap</translation>
    </message>
    <message>
        <source>knows</source>
        <translation>mengetahui</translation>
    </message>
    <message>
        <source>calls for or promises</source>
        <translation>menyeru, berjanji</translation>
    </message>
    <message>
        <source>word for word</source>
        <translation>kutipan langsung</translation>
    </message>
    <message>
        <source>in other words</source>
        <translation>kutipan tak langsung</translation>
    </message>
    <message>
        <source>partly word for word</source>
        <translation>sebagian langsung</translation>
    </message>
    <message>
        <source>said</source>
        <translation>memang diucapkan</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>tidak diucapkan</translation>
    </message>
    <message>
        <source>named there</source>
        <translation>disebut di situ</translation>
    </message>
    <message>
        <source>referred back to</source>
        <translation>dirujuk balik</translation>
    </message>
    <message>
        <source>nobody is named</source>
        <translation>tanpa nama</translation>
    </message>
    <message>
        <source>the article itself</source>
        <translation>artikel itu sendiri</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>pernyataan</translation>
    </message>
    <message>
        <source>interview</source>
        <translation>wawancara</translation>
    </message>
    <message>
        <source>news agency</source>
        <translation>kantor berita</translation>
    </message>
    <message>
        <source>document</source>
        <translation>dokumen</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>surat</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>pidato</translation>
    </message>
    <message>
        <source>social media</source>
        <translation>media sosial</translation>
    </message>
    <message>
        <source>data</source>
        <translation>data</translation>
    </message>
    <message>
        <source>leak or intelligence</source>
        <translation>bocoran atau intelijen</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>tidak disebutkan</translation>
    </message>
    <message>
        <source>denies it outright</source>
        <translation>membantah tegas</translation>
    </message>
    <message>
        <source>denies a part</source>
        <translation>membantah sebagian</translation>
    </message>
    <message>
        <source>rejects the premise</source>
        <translation>menolak premisnya</translation>
    </message>
    <message>
        <source>accuses in return</source>
        <translation>menuduh balik</translation>
    </message>
    <message>
        <source>no comment</source>
        <translation>tidak berkomentar</translation>
    </message>
    <message>
        <source>declined to answer</source>
        <translation>menolak menjawab</translation>
    </message>
    <message>
        <source>could not be reached</source>
        <translation>tidak dapat dihubungi</translation>
    </message>
    <message>
        <source>says nothing</source>
        <translation>diam</translation>
    </message>
    <message>
        <source>reports it neutrally</source>
        <translation>menyampaikan netral</translation>
    </message>
    <message>
        <source>keeps a distance</source>
        <translation>menjaga jarak</translation>
    </message>
    <message>
        <source>endorses it</source>
        <translation>membenarkan</translation>
    </message>
    <message>
        <source>contradicts it</source>
        <translation>menyanggah</translation>
    </message>
    <message>
        <source>attacks what is said</source>
        <translation>menyerang isinya</translation>
    </message>
    <message>
        <source>attacks the grounds</source>
        <translation>menyerang dasarnya</translation>
    </message>
    <message>
        <source>event or property</source>
        <translation>peristiwa atau sifat</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>angka</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>sebab-akibat</translation>
    </message>
    <message>
        <source>whether it was said</source>
        <translation>benar diucapkan atau tidak</translation>
    </message>
    <message>
        <source>position</source>
        <translation>sikap</translation>
    </message>
    <message>
        <source>speculation</source>
        <translation>spekulasi</translation>
    </message>
    <message>
        <source>worth checking</source>
        <translation>layak diperiksa</translation>
    </message>
    <message>
        <source>a fact, not worth checking</source>
        <translation>fakta, tak perlu diperiksa</translation>
    </message>
    <message>
        <source>not a statement of fact</source>
        <translation>bukan pernyataan fakta</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>tertulis</translation>
    </message>
    <message>
        <source>worked out from it</source>
        <translation>diuraikan dari situ</translation>
    </message>
    <message>
        <source>inferred, not stated</source>
        <translation>disimpulkan, tidak tertulis</translation>
    </message>
    <message>
        <source>confirmed by others</source>
        <translation>dikonfirmasi pihak lain</translation>
    </message>
    <message>
        <source>probably true</source>
        <translation>kemungkinan besar benar</translation>
    </message>
    <message>
        <source>possibly true</source>
        <translation>mungkin benar</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>meragukan</translation>
    </message>
    <message>
        <source>improbable</source>
        <translation>kecil kemungkinannya</translation>
    </message>
    <message>
        <source>cannot be judged</source>
        <translation>tidak dapat dinilai</translation>
    </message>
    <message>
        <source>is narrower than</source>
        <translation>lebih sempit daripada</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>bertentangan dengan</translation>
    </message>
    <message>
        <source>presupposes</source>
        <translation>mengandaikan</translation>
    </message>
    <message>
        <source>responds to</source>
        <translation>menanggapi</translation>
    </message>
    <message>
        <source>named person</source>
        <translation>orang bernama</translation>
    </message>
    <message>
        <source>unnamed person</source>
        <translation>sumber anonim</translation>
    </message>
    <message>
        <source>named organisation</source>
        <translation>organisasi bernama</translation>
    </message>
    <message>
        <source>unnamed organisation</source>
        <translation>organisasi anonim</translation>
    </message>
    <message>
        <source>media outlet</source>
        <translation>media</translation>
    </message>
    <message>
        <source>unspecified</source>
        <translation>tidak dirinci</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>dengan nama</translation>
    </message>
    <message>
        <source>by description</source>
        <translation>dengan deskripsi</translation>
    </message>
    <message>
        <source>unnamed at own request</source>
        <translation>minta tidak disebut namanya</translation>
    </message>
    <message>
        <source>unnamed, no reason given</source>
        <translation>anonim, tanpa alasan</translation>
    </message>
    <message>
        <source>on the record</source>
        <translation>boleh dikutip dengan nama</translation>
    </message>
    <message>
        <source>background</source>
        <translation>latar belakang</translation>
    </message>
    <message>
        <source>deep background</source>
        <translation>latar belakang mendalam</translation>
    </message>
    <message>
        <source>off the record</source>
        <translation>tidak untuk diberitakan</translation>
    </message>
    <message>
        <source>reliable</source>
        <translation>dapat diandalkan</translation>
    </message>
    <message>
        <source>usually reliable</source>
        <translation>biasanya dapat diandalkan</translation>
    </message>
    <message>
        <source>fairly reliable</source>
        <translation>cukup dapat diandalkan</translation>
    </message>
    <message>
        <source>not usually reliable</source>
        <translation>biasanya tidak dapat diandalkan</translation>
    </message>
    <message>
        <source>unreliable</source>
        <translation>tidak dapat diandalkan</translation>
    </message>
    <message>
        <source>refutes</source>
        <translation>membantah</translation>
    </message>
    <message>
        <source>context</source>
        <translation>konteks</translation>
    </message>
    <message>
        <source>address</source>
        <translation>alamat</translation>
    </message>
    <message>
        <source>file</source>
        <translation>berkas</translation>
    </message>
    <message>
        <source>words of an article</source>
        <translation>kata-kata artikel</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primer</translation>
    </message>
    <message>
        <source>secondary</source>
        <translation>sekunder</translation>
    </message>
    <message>
        <source>supported</source>
        <translation>didukung</translation>
    </message>
    <message>
        <source>refuted</source>
        <translation>terbantah</translation>
    </message>
    <message>
        <source>not enough evidence</source>
        <translation>bukti belum cukup</translation>
    </message>
    <message>
        <source>conflicting evidence</source>
        <translation>bukti bertentangan</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>ditugaskan</translation>
    </message>
    <message>
        <source>being researched</source>
        <translation>sedang diteliti</translation>
    </message>
    <message>
        <source>second check</source>
        <translation>pemeriksaan kedua</translation>
    </message>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>published</source>
        <translation>terbit</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>diralat</translation>
    </message>
    <message>
        <source>written evidence</source>
        <translation>bukti tertulis</translation>
    </message>
    <message>
        <source>numbers compared</source>
        <translation>perbandingan angka</translation>
    </message>
    <message>
        <source>experts asked</source>
        <translation>tanya ahli</translation>
    </message>
    <message>
        <source>satirical source</source>
        <translation>sumber satire</translation>
    </message>
    <message>
        <source>image analysis</source>
        <translation>analisis gambar</translation>
    </message>
    <message>
        <source>origin of the media</source>
        <translation>asal-usul media</translation>
    </message>
    <message>
        <source>other media</source>
        <translation>media lain</translation>
    </message>
    <message>
        <source>true</source>
        <translation>benar</translation>
    </message>
    <message>
        <source>false</source>
        <translation>salah</translation>
    </message>
    <message>
        <source>misleading</source>
        <translation>menyesatkan</translation>
    </message>
    <message>
        <source>partly true</source>
        <translation>sebagian benar</translation>
    </message>
    <message>
        <source>satire</source>
        <translation>satire</translation>
    </message>
    <message>
        <source>unproven</source>
        <translation>belum terbukti</translation>
    </message>
    <message>
        <source>not said yet</source>
        <translation>belum diisi</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Nothing on the desk yet</source>
        <translation>Belum ada apa-apa di meja</translation>
    </message>
    <message>
        <source>Then read, select words, and press the key of a label: a claim, a source, a denial.</source>
        <translation>Lalu baca, pilih kata, dan tekan tombol sebuah label: klaim, sumber, bantahan.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Tambah berkas…</translation>
    </message>
    <message>
        <source>Add the sample articles</source>
        <translation>Tambahkan artikel contoh</translation>
    </message>
    <message>
        <source>The first five minutes</source>
        <translation>Lima menit pertama</translation>
    </message>
    <message>
        <source>Choose an article</source>
        <translation>Pilih artikel</translation>
    </message>
    <message>
        <source>Click one in the list, or go through them with {0} and {1}.</source>
        <translation>Klik salah satu di daftar, atau telusuri dengan {0} dan {1}.</translation>
    </message>
    <message>
        <source>Drop saved pages, folders or links here, or paste a page or its address with {0}.</source>
        <translation>Jatuhkan halaman tersimpan, folder, atau tautan di sini, atau tempel halaman atau alamatnya dengan {0}.</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>Do it; one undo brings it back (Enter)</source>
        <translation>Lakukan; satu urungkan mengembalikannya (Enter)</translation>
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
</TS>
