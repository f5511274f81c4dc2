using System.Runtime.InteropServices;
using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// What a model learnt from, as hashes: enough to notice its clauses and documents among those that it is measured on, too little to read any of them. Of each clause
/// the smallest hashes of its five-word sequences are kept, from which the share that two clauses have in common is estimated (bottom-k sketches: Broder 1997).
/// </summary>
internal sealed class LearntClauses
{
    private const int Version = 1, SketchHashes = 16;

    private readonly ulong[] _documents;
    private readonly uint[][] _sketches;
    private readonly Dictionary<uint, List<int>> _holders = [];

    private LearntClauses(ulong[] documents, uint[][] sketches)
    {
        (_documents, _sketches) = (documents, sketches);
        for (int i = 0; i < sketches.Length; i++)
        {
            foreach (uint hash in sketches[i])
            {
                if (!_holders.TryGetValue(hash, out List<int>? holders)) _holders[hash] = holders = [];
                holders.Add(i);
            }
        }
    }

    private static ReadOnlySpan<byte> Mark => "CLRN"u8;

    /// <summary>Of clauses that a model is being fitted to.</summary>
    public static LearntClauses Of(IEnumerable<LabelledClause> clauses)
    {
        LabelledClause[] all = [.. clauses];
        return new LearntClauses(
            [.. all.Where(clause => clause.Document.Length > 0).Select(Document).Distinct().Order()],
            [.. all.Select(Sketch).OrderBy(sketch => sketch, Comparer<uint[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)))]);
    }

    /// <summary>Of a model's folder; what the members of an ensemble learnt from is taken together.</summary>
    /// <returns>Null where nothing in the folder says what the model learnt from.</returns>
    /// <exception cref="InvalidDataException">A file is not as expected.</exception>
    public static LearntClauses? OfFolder(string folder)
    {
        string own = Path.Combine(folder, ModelFolder.LearntFile), members = Path.Combine(folder, EnsembleFolder.Members);
        IEnumerable<string> files = File.Exists(own) ? [own] : Directory.Exists(members) ? Directory.EnumerateFiles(members, ModelFolder.LearntFile, SearchOption.AllDirectories) : [];
        LearntClauses[] all = [.. files.Select(path => FromBytes(File.ReadAllBytes(path), path))];
        return all.Length == 0 ? null : new LearntClauses([.. all.SelectMany(one => one._documents).Distinct()], [.. all.SelectMany(one => one._sketches)]);
    }

    /// <summary>This and what another model learnt from; the other may be unknown.</summary>
    public LearntClauses And(LearntClauses? other) => other is null ? this : new LearntClauses([.. _documents.Union(other._documents).Order()], [.. _sketches, .. other._sketches]);

    /// <summary>Sentences about clauses that a model has seen in training, for who is about to believe its figures on them.</summary>
    /// <param name="folder">The model's folder.</param>
    /// <param name="clauses">The clauses that it is measured on.</param>
    public static IEnumerable<string> Warnings(string folder, IReadOnlyList<LabelledClause> clauses)
    {
        if (OfFolder(folder) is { } learnt) return learnt.Warnings(clauses);
        return [$"note: {folder} does not say what the model learnt from; whether it knows these clauses cannot be checked"];
    }

    /// <summary>Sentences about clauses that are among those learnt from.</summary>
    /// <param name="clauses">The clauses that a model is measured on.</param>
    public IEnumerable<string> Warnings(IReadOnlyList<LabelledClause> clauses)
    {
        int texts = clauses.Count(Knows), documents = clauses.Count(clause => clause.Document.Length > 0 && _documents.Contains(Document(clause)));
        if (texts > 0) yield return $"warning: {texts} of {clauses.Count} clauses have the same or nearly the same text as clauses that the model learnt from; figures on them say nothing about new documents";
        if (documents > 0) yield return $"warning: {documents} of {clauses.Count} clauses are of documents that the model learnt from; figures on them are better than on new documents";
    }

    /// <summary>True where a clause was learnt from, or one with at least the usual share of its five-word sequences.</summary>
    public bool Knows(LabelledClause clause)
    {
        uint[] sketch = Sketch(clause);
        IEnumerable<int> near = sketch.SelectMany(hash => _holders.GetValueOrDefault(hash, [])).Distinct();
        return near.Any(other => Resemblance(sketch, _sketches[other]) >= new TrainingOptions().NearDuplicate);
    }

    /// <summary>The file's bytes; they do not depend on the order of clauses.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = ModelBytes.Begin(bytes, Mark, Version);
        writer.Write(_documents.Length);
        writer.Write(_sketches.Length);
        writer.Write(MemoryMarshal.AsBytes<ulong>(_documents));
        writer.Write([.. _sketches.Select(sketch => (byte)sketch.Length)]);
        writer.Write(MemoryMarshal.AsBytes<uint>(_sketches.SelectMany(sketch => sketch).ToArray()));
        return bytes.ToArray();
    }

    private static LearntClauses FromBytes(byte[] file, string path)
    {
        try
        {
            ModelBytes bytes = new(file, Mark, Version);
            int documents = bytes.Integer(), clauses = bytes.Integer();
            ulong[] names = bytes.Take<ulong>(documents);
            byte[] lengths = bytes.Take<byte>(clauses);
            uint[][] sketches = new uint[clauses][];
            for (int i = 0; i < clauses; i++) sketches[i] = bytes.Take<uint>(lengths[i]);
            bytes.End();
            return new LearntClauses(names, sketches);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}.");
        }
    }

    private static ulong Document(LabelledClause clause) => NgramHash.HashText(clause.Document);

    private static uint[] Sketch(LabelledClause clause) => [.. DocumentSplit.Shingles(ClauseScanner.Scan(clause.Text)).Select(hash => (uint)(hash >> 32)).Distinct().Order().Take(SketchHashes)];

    private static double Resemblance(uint[] one, uint[] other)
    {
        uint[] smallest = [.. one.Union(other).Order().Take(SketchHashes)];
        return (double)smallest.Count(hash => one.Contains(hash) && other.Contains(hash)) / smallest.Length;
    }
}
