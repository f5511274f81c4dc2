#!/usr/bin/python3
"""Writes two tiny random checkpoints (bert/, roberta/) and what an independent implementation computes from them.

The layers are PyTorch's own torch.nn.TransformerEncoderLayer (post-norm, exact GELU), fed with the checkpoint's tensors; the tokenizers
are written here from the papers' descriptions. Nothing of the C# code takes part. Needs Debian's python3-torch and python3-regex.

    /usr/bin/python3 make_golden.py
"""
import json
import os
import struct
import unicodedata

import regex
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
HIDDEN, LAYERS, HEADS, WIDE = 32, 2, 4, 64
TEXTS = [
    "Member States shall not block access to the Internet.",
    "Café owners’ naïve RÉSUMÉ: 50 % of $3,000?",
    "e\u0301te\u0301 — İstanbul, ＡＢ 北京 don't stop; they're re-routing",
    "",
    "encryption " * 30,
    "tabs\tand\nlines  and\u00a0no-break\u200bspaces \U0001f600 x",
]
WORDS = "member states shall not block access to the internet cafe owners naive resume of ete istanbul don stop they re routing and lines no break spaces x a b".split()


def write_safetensors(path, tensors, types=None):
    header, at, body = {}, 0, b""
    for name, tensor in tensors.items():
        kind = (types or {}).get(name, "F32")
        if kind == "F32":
            data = tensor.float().contiguous().numpy().tobytes()
        elif kind == "F16":
            data = tensor.half().contiguous().numpy().tobytes()
        elif kind == "BF16":
            data = tensor.bfloat16().view(torch.int16).contiguous().numpy().tobytes()
        else:
            data = tensor.long().contiguous().numpy().tobytes()
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [at, at + len(data)]}
        at += len(data)
        body += data
    text = json.dumps(header).encode()
    with open(path, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + body)


def random_encoder(vocabulary, positions, types, generator):
    def draw(*shape, scale=0.3):
        return torch.randn(*shape, generator=generator) * scale

    tensors = {
        "embeddings.word_embeddings.weight": draw(vocabulary, HIDDEN),
        "embeddings.position_embeddings.weight": draw(positions, HIDDEN),
        "embeddings.token_type_embeddings.weight": draw(types, HIDDEN),
        "embeddings.LayerNorm.weight": 1 + draw(HIDDEN),
        "embeddings.LayerNorm.bias": draw(HIDDEN),
    }
    for i in range(LAYERS):
        p = f"encoder.layer.{i}."
        for part in ("query", "key", "value"):
            tensors[p + f"attention.self.{part}.weight"] = draw(HIDDEN, HIDDEN)
            tensors[p + f"attention.self.{part}.bias"] = draw(HIDDEN)
        for name, to, back in (("attention.output.dense", HIDDEN, HIDDEN), ("intermediate.dense", WIDE, HIDDEN), ("output.dense", HIDDEN, WIDE)):
            tensors[p + name + ".weight"] = draw(to, back)
            tensors[p + name + ".bias"] = draw(to)
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            tensors[p + name + ".weight"] = 1 + draw(HIDDEN)
            tensors[p + name + ".bias"] = draw(HIDDEN)
    return tensors


def states(tensors, ids, first_position, epsilon):
    layers = []
    for i in range(LAYERS):
        p = f"encoder.layer.{i}."
        layer = torch.nn.TransformerEncoderLayer(HIDDEN, HEADS, WIDE, dropout=0.0, activation=torch.nn.functional.gelu, layer_norm_eps=epsilon, batch_first=True)
        t = lambda name: tensors[p + name].float()
        layer.load_state_dict({
            "self_attn.in_proj_weight": torch.cat([t(f"attention.self.{x}.weight") for x in ("query", "key", "value")]),
            "self_attn.in_proj_bias": torch.cat([t(f"attention.self.{x}.bias") for x in ("query", "key", "value")]),
            "self_attn.out_proj.weight": t("attention.output.dense.weight"), "self_attn.out_proj.bias": t("attention.output.dense.bias"),
            "linear1.weight": t("intermediate.dense.weight"), "linear1.bias": t("intermediate.dense.bias"),
            "linear2.weight": t("output.dense.weight"), "linear2.bias": t("output.dense.bias"),
            "norm1.weight": t("attention.output.LayerNorm.weight"), "norm1.bias": t("attention.output.LayerNorm.bias"),
            "norm2.weight": t("output.LayerNorm.weight"), "norm2.bias": t("output.LayerNorm.bias"),
        })
        # In training mode PyTorch keeps to its plain path; without dropout that changes nothing.
        layers.append(layer.train())
    e = "embeddings."
    x = tensors[e + "word_embeddings.weight"].float()[ids] + tensors[e + "position_embeddings.weight"].float()[first_position:first_position + len(ids)]
    x = x + tensors[e + "token_type_embeddings.weight"].float()[0]
    x = torch.nn.functional.layer_norm(x, (HIDDEN,), tensors[e + "LayerNorm.weight"].float(), tensors[e + "LayerNorm.bias"].float(), epsilon)[None]
    with torch.no_grad():
        for layer in layers:
            x = layer(x)
    return x[0]


def utf16(text, at):
    return len(text[:at].encode("utf-16-le")) // 2


# --- WordPiece: basic tokenization, then the longest piece first; every character keeps its offset.
def basic(text):
    words, word = [], []

    def close():
        if word:
            words.append(list(word))
            word.clear()

    for at, char in enumerate(text):
        category = unicodedata.category(char)
        if char in " \t\n\r" or category == "Zs":
            close()
            continue
        if ord(char) in (0, 0xFFFD) or category.startswith("C"):
            continue
        apart = category.startswith("P") or (ord(char) < 128 and not char.isalnum()) or 0x4E00 <= ord(char) <= 0x9FFF
        if apart:
            close()
        for plain in unicodedata.normalize("NFD", char.lower()):
            if unicodedata.category(plain) != "Mn":
                word.append((plain, at))
        if apart:
            close()
    close()
    return words


def wordpiece(text, ids):
    pieces = []
    for word in basic(text):
        chars, found, at = "".join(c for c, _ in word), [], 0
        while at < len(chars):
            for end in range(len(chars), at, -1):
                piece = ("##" if at else "") + chars[at:end]
                if piece in ids:
                    found.append((ids[piece], word[at][1], word[end - 1][1] + 1))
                    at = end
                    break
            else:
                found = [(ids["[UNK]"], word[0][1], word[-1][1] + 1)]
                break
        pieces += found
    return [[i, utf16(text, a), utf16(text, b) - utf16(text, a)] for i, a, b in pieces]


# --- byte-level BPE
def byte_letters():
    kept = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    table, extra = {b: chr(b) for b in kept}, 0
    for b in range(256):
        if b not in table:
            table[b] = chr(256 + extra)
            extra += 1
    return table


LETTERS = byte_letters()
PATTERN = regex.compile(r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")


def merge(parts, pair):
    out, i = [], 0
    while i < len(parts):
        if i + 1 < len(parts) and (parts[i][0], parts[i + 1][0]) == pair:
            out.append((parts[i][0] + parts[i + 1][0], parts[i][1], parts[i + 1][2]))
            i += 2
        else:
            out.append(parts[i])
            i += 1
    return out


def letters(text, start, end):
    return [(LETTERS[b], at, at + 1) for at in range(start, end) for b in text[at].encode()]


def learn_merges(count):
    words = [letters(m, 0, len(m)) for t in TEXTS for m in PATTERN.findall(t)]
    merges = []
    for _ in range(count):
        pairs = {}
        for word in words:
            for a, b in zip(word, word[1:]):
                pairs[(a[0], b[0])] = pairs.get((a[0], b[0]), 0) + 1
        best = max(sorted(pairs), key=pairs.get)
        merges.append(best)
        words = [merge(word, best) for word in words]
    return merges


def bytepair(text, ids, merges):
    ranks, pieces = {pair: i for i, pair in enumerate(merges)}, []
    for match in PATTERN.finditer(text):
        parts = letters(text, match.start(), match.end())
        while len(parts) > 1:
            best = min(zip(parts, parts[1:]), key=lambda p: ranks.get((p[0][0], p[1][0]), 1 << 30))
            pair = (best[0][0], best[1][0])
            if pair not in ranks:
                break
            parts = merge(parts, pair)
        pieces += [(ids[p], a, b) for p, a, b in parts]
    return [[i, utf16(text, a), utf16(text, b) - utf16(text, a)] for i, a, b in pieces]


def golden(folder, pieces, tensors, opening, closing, first_position, epsilon, limit):
    cases = []
    for text, cut in zip(TEXTS, pieces):
        ids = [opening] + [piece[0] for piece in cut][:limit - 2] + [closing]
        rows = states(tensors, ids, first_position, epsilon)
        cases.append({"text": text, "pieces": cut, "ids": ids, "first": [round(v, 6) for v in rows[0].tolist()], "last": [round(v, 6) for v in rows[-1].tolist()], "mean": [round(v, 6) for v in rows.mean(0).tolist()]})
    with open(os.path.join(HERE, folder, "golden.json"), "w", encoding="utf-8") as out:
        json.dump(cases, out, ensure_ascii=True, indent=1)


def write_config(folder, **fields):
    common = {"hidden_size": HIDDEN, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS, "intermediate_size": WIDE, "hidden_act": "gelu", "hidden_dropout_prob": 0.1}
    with open(os.path.join(HERE, folder, "config.json"), "w") as out:
        json.dump({**common, **fields}, out, indent=1)


def bert():
    generator = torch.Generator().manual_seed(1)
    os.makedirs(os.path.join(HERE, "bert"), exist_ok=True)
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    singles = list("abcdefghijklmnopqrstuvwxyz0123456789.,:;%$?'") + ["\u2019", "\u2014", "\u5317", "en", "crypt"]
    vocabulary = marks + singles + ["##" + c for c in "abcdefghijklmnopqrstuvwxyz0123456789"] + ["##ion", "##s", "##crypt"][::2] + [w for w in WORDS if len(w) > 1]
    vocabulary = list(dict.fromkeys(vocabulary))
    ids = {piece: i for i, piece in enumerate(vocabulary)}
    with open(os.path.join(HERE, "bert", "vocab.txt"), "w", encoding="utf-8") as out:
        out.write("\n".join(vocabulary) + "\n")
    write_config("bert", model_type="bert", vocab_size=len(vocabulary), max_position_embeddings=40, type_vocab_size=2, layer_norm_eps=1e-12, pad_token_id=0)
    tensors = random_encoder(len(vocabulary), 40, 2, generator)
    half, brain = "encoder.layer.0.output.dense.weight", "encoder.layer.1.output.dense.weight"
    tensors[half], tensors[brain] = tensors[half].half().float(), tensors[brain].bfloat16().float()
    # Published as google-bert does: prefix, gamma and beta, pooler and heads beside the encoder.
    published = {"bert." + n.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta"): t for n, t in tensors.items()}
    published["bert.pooler.dense.weight"] = torch.zeros(HIDDEN, HIDDEN)
    published["bert.pooler.dense.bias"] = torch.zeros(HIDDEN)
    published["cls.seq_relationship.bias"] = torch.zeros(2)
    published["bert.embeddings.position_ids"] = torch.arange(40)[None]
    write_safetensors(os.path.join(HERE, "bert", "model.safetensors"), published, {"bert." + half: "F16", "bert." + brain: "BF16", "bert.embeddings.position_ids": "I64"})
    golden("bert", [wordpiece(t, ids) for t in TEXTS], tensors, ids["[CLS]"], ids["[SEP]"], 0, 1e-12, 40)


def roberta():
    generator = torch.Generator().manual_seed(2)
    folder = os.path.join(HERE, "roberta")
    os.makedirs(folder, exist_ok=True)
    merges = learn_merges(60)
    vocabulary = ["<s>", "<pad>", "</s>", "<unk>"] + [LETTERS[b] for b in range(256)] + [a + b for a, b in merges] + ["<mask>"]
    ids = {piece: i for i, piece in enumerate(dict.fromkeys(vocabulary))}
    with open(os.path.join(folder, "vocab.json"), "w", encoding="utf-8") as out:
        json.dump(ids, out, ensure_ascii=False)
    with open(os.path.join(folder, "merges.txt"), "w", encoding="utf-8") as out:
        out.write("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in merges))
    write_config("roberta", model_type="roberta", vocab_size=len(ids), max_position_embeddings=42, type_vocab_size=1, layer_norm_eps=1e-5, pad_token_id=1)
    tensors = random_encoder(len(ids), 42, 1, generator)
    # In two shards, with the head of pretraining beside the encoder.
    published = {"roberta." + n: t for n, t in tensors.items()}
    published["lm_head.bias"] = torch.zeros(len(ids))
    names, index = list(published), {}
    for number, part in ((1, names[:20]), (2, names[20:])):
        shard = f"model-{number:05d}-of-00002.safetensors"
        write_safetensors(os.path.join(folder, shard), {n: published[n] for n in part})
        index.update({n: shard for n in part})
    with open(os.path.join(folder, "model.safetensors.index.json"), "w") as out:
        json.dump({"metadata": {}, "weight_map": index}, out, indent=1)
    golden("roberta", [bytepair(t, ids, merges) for t in TEXTS], tensors, ids["<s>"], ids["</s>"], 2, 1e-5, 40)


bert()
roberta()
