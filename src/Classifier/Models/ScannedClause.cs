namespace Classifier.Models;

/// <summary>A stretch of a clause's text.</summary>
internal readonly record struct TextSpan(int Start, int Length);

/// <summary>The two families of n-grams; each is weighted and normalised on its own.</summary>
internal enum NgramKind : byte
{
    /// <summary>One to three words in a row.</summary>
    Words,

    /// <summary>Three to five characters within one token, the token's ends counting as blanks.</summary>
    Characters,
}

/// <summary>One n-gram where it occurs.</summary>
/// <param name="Hash">Hash of its characters, never of its place.</param>
/// <param name="Kind">Its family.</param>
/// <param name="FirstToken">Index of the token in which it starts.</param>
/// <param name="LastToken">Index of the token in which it ends.</param>
internal readonly record struct Ngram(ulong Hash, NgramKind Kind, int FirstToken, int LastToken);

/// <summary>A clause as the models see it.</summary>
/// <param name="Tokens">Runs of characters without blanks, less punctuation at their ends; the units in which reasons are given.</param>
/// <param name="Words">Runs of letters and digits, in order, with their hashes.</param>
/// <param name="Ngrams">Every n-gram at every place where it occurs.</param>
internal sealed record ScannedClause(IReadOnlyList<TextSpan> Tokens, IReadOnlyList<ScannedWord> Words, Ngram[] Ngrams);

/// <summary>A word, where it stands.</summary>
/// <param name="Hash">Hash of its folded characters; equal to the hash of the one-word n-gram.</param>
/// <param name="Token">Index of the token that holds it.</param>
internal readonly record struct ScannedWord(ulong Hash, int Token);
