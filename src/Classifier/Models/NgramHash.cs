namespace Classifier.Models;

/// <summary>
/// Hashes n-grams to 64 bits: FNV-1a over UTF-16 units with the finisher of SplitMix64. Model folders hold hashes in place of strings,
/// so these functions are part of the folder's format. Among 200,000 features a clash has a chance of about one in a billion.
/// </summary>
internal static class NgramHash
{
    /// <summary>Where the hash of a word starts.</summary>
    public const ulong Words = 0xcbf29ce484222325;

    /// <summary>Where the hash of a run of characters starts.</summary>
    public const ulong Characters = 0x9ae16a3b2f90404f;

    /// <summary>Where the hash of a clause's first words starts.</summary>
    public const ulong Opening = 0x517;

    /// <summary>What a word is joined to when it stands near the opening.</summary>
    public const ulong NearOpening = 0x518;

    /// <summary>Adds one character.</summary>
    public static ulong Add(ulong hash, char c) => (hash ^ c) * 0x100000001b3;

    /// <summary>Spreads the bits.</summary>
    public static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
        return hash ^ (hash >> 31);
    }

    /// <summary>The hash of a word sequence and one more word.</summary>
    public static ulong Join(ulong words, ulong word) => Finish((words * 0x9e3779b97f4a7c15) ^ word);

    /// <summary>The hash of any text as it stands.</summary>
    public static ulong HashText(string text) => Finish(text.Aggregate(Words, Add));
}
