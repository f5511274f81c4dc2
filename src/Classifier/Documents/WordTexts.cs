namespace Classifier.Documents;

/// <summary>
/// The texts of a document's words. A few hundred words make up most of any text: one string serves for all the places of each, as far as another word did not take
/// its room, and what is kept of a document shrinks by a fifth.
/// </summary>
internal sealed class WordTexts
{
    // A power of two; a document's vocabulary is about as large.
    private const int Rooms = 4096;

    private readonly string?[] _texts = new string?[Rooms];

    /// <summary>The characters as a string.</summary>
    public string Of(ReadOnlySpan<char> characters)
    {
        ref string? text = ref _texts[string.GetHashCode(characters) & (Rooms - 1)];
        if (text is null || !characters.SequenceEqual(text)) text = new string(characters);
        return text;
    }
}
