"""Every value of `reader.model.vocabulary` in plain words: English, Indonesian."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("en", "id")  # in whose order the words stand
Both = tuple[str, str]

VALUES: Mapping[str, Mapping[str, Both]] = {
    "stance": {
        "support": ("says so", "mengatakannya"),
        "deny": ("denies it", "membantahnya"),
        "query": ("questions it", "mempertanyakannya"),
        "comment": ("only comments on it", "hanya mengomentarinya"),
    },
    "factuality": {
        "CT+": ("certain", "pasti"),
        "PR+": ("probably", "kemungkinan besar"),
        "PS+": ("possibly", "mungkin"),
        "CT-": ("certainly not", "pasti tidak"),
        "PR-": ("probably not", "kecil kemungkinan"),
        "PS-": ("possibly not", "mungkin tidak"),
        "CTu": ("knows, does not say which", "tahu, tetapi tidak mengatakan yang mana"),
        "Uu": ("not sure", "tidak yakin"),
    },
    "attribution_type": {
        "assertion": ("says", "mengatakan"),
        "belief": ("thinks", "menganggap"),
        "fact": ("knows", "mengetahui"),
        "eventuality": ("calls for or promises", "menyeru, berjanji"),
    },
    "quote_type": {
        "direct": ("word for word", "kutipan langsung"),
        "indirect": ("in other words", "kutipan tak langsung"),
        "mixed": ("partly word for word", "sebagian langsung"),
    },
    "polarity": {
        "+": ("said", "memang diucapkan"),
        "-": ("not said", "tidak diucapkan"),
    },
    "explicitness": {
        "explicit": ("named there", "disebut di situ"),
        "anaphoric": ("referred back to", "dirujuk balik"),
        "implicit": ("nobody is named", "tanpa nama"),
        "author": ("the article itself", "artikel itu sendiri"),
    },
    "channel": {
        "statement": ("statement", "pernyataan"),
        "interview": ("interview", "wawancara"),
        "press_agency": ("news agency", "kantor berita"),
        "document": ("document", "dokumen"),
        "letter": ("letter", "surat"),
        "speech": ("speech", "pidato"),
        "social_post": ("social media", "media sosial"),
        "data": ("data", "data"),
        "leak_or_intelligence": ("leak or intelligence", "bocoran atau intelijen"),
        "not_stated": ("not stated", "tidak disebutkan"),
    },
    "response_form": {
        "explicit_denial": ("denies it outright", "membantah tegas"),
        "partial_denial": ("denies a part", "membantah sebagian"),
        "premise_rejected": ("rejects the premise", "menolak premisnya"),
        "counter_accusation": ("accuses in return", "menuduh balik"),
        "no_comment": ("no comment", "tidak berkomentar"),
        "declined": ("declined to answer", "menolak menjawab"),
        "not_reached": ("could not be reached", "tidak dapat dihubungi"),
        "silent": ("says nothing", "diam"),
    },
    "engagement": {
        "acknowledge": ("reports it neutrally", "menyampaikan netral"),
        "distance": ("keeps a distance", "menjaga jarak"),
        "endorse": ("endorses it", "membenarkan"),
        "deny": ("contradicts it", "menyanggah"),
    },
    "attack": {
        "rebuttal": ("attacks what is said", "menyerang isinya"),
        "undercut": ("attacks the grounds", "menyerang dasarnya"),
    },
    "type": {
        "event_property": ("event or property", "peristiwa atau sifat"),
        "numerical": ("numbers", "angka"),
        "causal": ("cause", "sebab-akibat"),
        "quote_verification": ("whether it was said", "benar diucapkan atau tidak"),
        "position_statement": ("position", "sikap"),
        "speculative": ("speculation", "spekulasi"),
    },
    "worth": {
        "CFS": ("worth checking", "layak diperiksa"),
        "UFS": ("a fact, not worth checking", "fakta, tak perlu diperiksa"),
        "NFS": ("not a statement of fact", "bukan pernyataan fakta"),
    },
    "event_time_basis": {
        "stated": ("stated", "tertulis"),
        "resolved": ("worked out from it", "diuraikan dari situ"),
        "inferred": ("inferred, not stated", "disimpulkan, tidak tertulis"),
    },
    "credibility": {
        "1": ("confirmed by others", "dikonfirmasi pihak lain"),
        "2": ("probably true", "kemungkinan besar benar"),
        "3": ("possibly true", "mungkin benar"),
        "4": ("doubtful", "meragukan"),
        "5": ("improbable", "kecil kemungkinannya"),
        "6": ("cannot be judged", "tidak dapat dinilai"),
    },
    "related": {
        "narrower_than": ("is narrower than", "lebih sempit daripada"),
        "contradicts": ("contradicts", "bertentangan dengan"),
        "presupposes": ("presupposes", "mengandaikan"),
        "responds_to": ("responds to", "menanggapi"),
    },
    "kind": {
        "named_person": ("named person", "orang bernama"),
        "unnamed_person": ("unnamed person", "narasumber anonim"),
        "named_organisation": ("named organisation", "organisasi bernama"),
        "unnamed_organisation": ("unnamed organisation", "organisasi anonim"),
        "document": ("document", "dokumen"),
        "media_outlet": ("media outlet", "media"),
        "unspecified": ("not specified", "tidak dirinci"),
    },
    "identification": {
        "named": ("by name", "dengan nama"),
        "described": ("by description", "dengan deskripsi"),
        "unnamed_at_own_request": ("unnamed at own request", "minta tidak disebut namanya"),
        "unnamed_no_reason": ("unnamed, no reason given", "anonim, tanpa alasan"),
        "not_stated": ("not stated", "tidak disebutkan"),
    },
    "identity_basis": {
        "stated": ("stated", "tertulis"),
        "resolved": ("worked out from it", "diuraikan dari situ"),
        "inferred": ("inferred, not stated", "disimpulkan, tidak tertulis"),
    },
    "ground_rules": {
        "on_the_record": ("on the record", "boleh dikutip dengan nama"),
        "background": ("background", "latar belakang"),
        "deep_background": ("deep background", "latar belakang mendalam"),
        "off_the_record": ("off the record", "tidak untuk diberitakan"),
    },
    "reliability": {
        "A": ("reliable", "dapat diandalkan"),
        "B": ("usually reliable", "biasanya dapat diandalkan"),
        "C": ("fairly reliable", "cukup dapat diandalkan"),
        "D": ("not usually reliable", "biasanya tidak dapat diandalkan"),
        "E": ("unreliable", "tidak dapat diandalkan"),
        "F": ("cannot be judged", "tidak dapat dinilai"),
    },
    "bearing": {
        "supports": ("supports the claim", "mendukung klaim"),
        "refutes": ("speaks against the claim", "menyangkal klaim"),
        "context": ("gives context", "memberi konteks"),
    },
    "form": {
        "address": ("address", "alamat"),
        "file": ("file", "berkas"),
        "span": ("words of an article", "kata-kata artikel"),
    },
    "grade": {
        "primary": ("primary source", "sumber primer"),
        "secondary": ("secondary source", "sumber sekunder"),
    },
    "verdict": {
        "supported": ("supported", "didukung"),
        "refuted": ("refuted", "terbantah"),
        "not_enough_evidence": ("not enough evidence", "bukti belum cukup"),
        "conflicting_evidence": ("conflicting evidence", "bukti bertentangan"),
    },
    "status": {
        "untriaged": ("new", "baru"),
        "assigned": ("assigned", "ditugaskan"),
        "researching": ("being researched", "sedang diteliti"),
        "second_check": ("second check", "pemeriksaan kedua"),
        "done": ("done", "selesai"),
        "published": ("published", "terbit"),
        "corrected": ("corrected", "diralat"),
    },
    "strategy": {
        "written_evidence": ("written evidence", "bukti tertulis"),
        "numerical_comparison": ("numbers compared", "perbandingan angka"),
        "consultation": ("experts asked", "tanya ahli"),
        "satirical_source": ("satirical source", "sumber satire"),
        "image_analysis": ("image analysis", "analisis gambar"),
        "media_sourcing": ("origin of the media", "asal-usul media"),
        "other_media": ("other media", "media lain"),
    },
    "rating": {
        "benar": ("true", "benar"),
        "salah": ("false", "salah"),
        "menyesatkan": ("misleading", "menyesatkan"),
        "sebagian_benar": ("partly true", "sebagian benar"),
        "satir": ("satire", "satire"),
        "belum_terbukti": ("unproven", "belum terbukti"),
    },
}
