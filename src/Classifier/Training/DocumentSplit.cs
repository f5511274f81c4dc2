using Classifier.Models;

namespace Classifier.Training;

/// <summary>
/// The only splitter: clauses of one document, of one group, or nearly alike, never part. Sibling clauses share words that say nothing about
/// labels, and a split by row would let a model shine by recognising the document.
/// </summary>
public sealed class DocumentSplit
{
    private const int Shingle = 5;

    /// <summary>A sequence of words in more clauses than this is a phrase of the genre and links nothing; it would also cost time by its square.</summary>
    private const int CommonShingle = 40;

    private readonly int[] _parent;
    private readonly IReadOnlyList<LabelledClause> _clauses;

    /// <param name="clauses">All clauses that will be split.</param>
    /// <param name="nearDuplicate">Share of five-word sequences, 0..1, from which two clauses count as nearly alike.</param>
    public DocumentSplit(IReadOnlyList<LabelledClause> clauses, double nearDuplicate)
    {
        _clauses = clauses;
        _parent = [.. Enumerable.Range(0, clauses.Count)];
        Join(clause => clause.Document);
        Join(clause => clause.Group);
        foreach ((int one, int other) in NearDuplicates(clauses, nearDuplicate)) Union(one, other);
    }

    /// <summary>The cluster of each clause: a number that only clauses that must stay together share.</summary>
    public IReadOnlyList<int> Clusters => [.. Enumerable.Range(0, _parent.Length).Select(Root)];

    /// <summary>Deals the clusters into parts of about equal size.</summary>
    /// <param name="parts">Number of parts, at least 2.</param>
    /// <param name="seed">Other seeds deal otherwise.</param>
    /// <returns>The part, 0 to <paramref name="parts"/> - 1, of each clause; it does not depend on the order of clauses.</returns>
    /// <exception cref="InvalidDataException">There are fewer clusters than parts.</exception>
    public IReadOnlyList<int> Deal(int parts, int seed)
    {
        var clusters = Enumerable.Range(0, _clauses.Count).GroupBy(Root)
            .Select(members => (Members: members.ToArray(), Key: members.Min(i => Key(_clauses[i], seed)), Real: members.Count(i => _clauses[i].Document.Length > 0)))
            .OrderByDescending(cluster => cluster.Real).ThenByDescending(cluster => cluster.Members.Length).ThenBy(cluster => cluster.Key).ToArray();
        if (clusters.Length < parts)
        {
            throw new InvalidDataException($"Found {clusters.Length} independent documents or groups among {_clauses.Count} labelled clauses; expected at least {parts}, one for each part of the cross-validation.");
        }
        int[] dealt = new int[_clauses.Count];
        (int Real, int All)[] sizes = new (int, int)[parts];
        foreach (var cluster in clusters)
        {
            int part = Enumerable.Range(0, parts).MinBy(p => cluster.Real > 0 ? (sizes[p].Real, sizes[p].All) : (sizes[p].All, sizes[p].Real));
            foreach (int member in cluster.Members) dealt[member] = part;
            sizes[part] = (sizes[part].Real + cluster.Real, sizes[part].All + cluster.Members.Length);
        }
        return dealt;
    }

    /// <summary>Chooses whole clusters that hold about a share of the clauses; a larger share holds all of a smaller one.</summary>
    /// <param name="share">Share of the clauses, 0..1.</param>
    /// <param name="seed">Other seeds choose others.</param>
    /// <returns>For each clause whether it is chosen; it does not depend on the order of clauses.</returns>
    public IReadOnlyList<bool> Sample(double share, int seed)
    {
        bool[] chosen = new bool[_clauses.Count];
        int left = (int)Math.Round(share * _clauses.Count);
        foreach (int[] cluster in Enumerable.Range(0, _clauses.Count).GroupBy(Root).Select(members => members.ToArray()).OrderBy(members => members.Min(i => Key(_clauses[i], ~seed))))
        {
            if (left <= 0) break;
            foreach (int member in cluster) chosen[member] = true;
            left -= cluster.Length;
        }
        return chosen;
    }

    private static ulong Key(LabelledClause clause, int seed) => NgramHash.Finish(NgramHash.Join(NgramHash.HashText(clause.Id), (ulong)seed) ^ NgramHash.HashText(clause.Text));

    private void Join(Func<LabelledClause, string> key)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        for (int i = 0; i < _clauses.Count; i++)
        {
            if (key(_clauses[i]) is { Length: > 0 } value && !first.TryAdd(value, i)) Union(first[value], i);
        }
    }

    /// <summary>Pairs of clauses of which at least a share of the five-word sequences is common (Broder 1997, resemblance), found over shared sequences.</summary>
    internal static IEnumerable<(int One, int Other)> NearDuplicates(IReadOnlyList<LabelledClause> clauses, double share)
    {
        ulong[][] shingles = [.. clauses.Select(clause => Shingles(ClauseScanner.Scan(clause.Text)))];
        HashSet<ulong> telling = [.. shingles.SelectMany(own => own).CountBy(shingle => shingle).Where(count => count.Value is > 1 and <= CommonShingle).Select(count => count.Key)];
        Dictionary<ulong, List<int>> holders = [];
        Dictionary<int, int> common = [];
        for (int i = 0; i < shingles.Length; i++)
        {
            common.Clear();
            foreach (ulong shingle in shingles[i].Where(telling.Contains))
            {
                if (!holders.TryGetValue(shingle, out List<int>? others)) holders[shingle] = others = [];
                foreach (int other in others) common[other] = common.GetValueOrDefault(other) + 1;
                others.Add(i);
            }
            foreach ((int other, int count) in common)
            {
                if (count >= share * (shingles[i].Length + shingles[other].Length - count)) yield return (other, i);
            }
        }
    }

    /// <summary>Hashes of a clause's five-word sequences, each once; of all its words where they are fewer.</summary>
    internal static ulong[] Shingles(ScannedClause clause)
    {
        ulong[] words = [.. clause.Words.Select(word => word.Hash)];
        if (words.Length <= Shingle) return [words.Aggregate(NgramHash.Words, NgramHash.Join)];
        return [.. Enumerable.Range(0, words.Length - Shingle + 1).Select(i => words.AsSpan(i, Shingle).ToArray().Aggregate(NgramHash.Words, NgramHash.Join)).Distinct()];
    }

    private int Root(int i)
    {
        while (_parent[i] != i) i = _parent[i] = _parent[_parent[i]];
        return i;
    }

    private void Union(int one, int other) => _parent[Math.Max(Root(one), Root(other))] = Math.Min(Root(one), Root(other));
}
