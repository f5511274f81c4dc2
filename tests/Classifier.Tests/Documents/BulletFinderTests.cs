using Classifier.Documents;
using Xunit;

namespace Classifier.Tests.Documents;

/// <summary>Signs of symbol fonts that pass for letters.</summary>
public sealed class BulletFinderTests
{
    [Theory]
    [InlineData("ਦ")]
    [InlineData("\uF0FC")]
    [InlineData("\U001020B0")]
    public void Resolve_SignBeforeSeveralItems_IsABullet(string sign) =>
        Assert.Equal(["•", "privacy", "•", "secrecy", "•", "access"], Texts(sign, "privacy", sign, "secrecy", sign, "access"));

    [Fact]
    public void Resolve_SignBeforeTwoItems_Stays() =>
        Assert.Equal(["ਦ", "privacy", "ਦ", "secrecy"], Texts("ਦ", "privacy", "ਦ", "secrecy"));

    [Fact]
    public void Resolve_LetterOfTheTextsOwnScript_Stays() =>
        Assert.Equal(["ਦ", "ਨਿੱਜਤਾ", "ਦ", "ਭੇਤ", "ਦ", "ਪਹੁੰਚ"], Texts("ਦ", "ਨਿੱਜਤਾ", "ਦ", "ਭੇਤ", "ਦ", "ਪਹੁੰਚ"));

    [Fact]
    public void Resolve_SignBehindTheText_Stays() =>
        Assert.Equal(["privacy", "ਦ", "secrecy", "ਦ", "access", "ਦ"], Texts("privacy", "ਦ", "secrecy", "ਦ", "access", "ਦ"));

    /// <summary>Two words a line, as read after the signs were looked for.</summary>
    private static IEnumerable<string> Texts(params string[] words)
    {
        Word[] placed = [.. words.Select((text, i) => Place(text, left: i % 2 == 0 ? 72 : 90, baseline: 100 + i / 2 * 15))];
        DocumentPage page = new() { Number = 1, Width = 400, Height = 600, Words = placed, Lines = [], HasImages = false };
        IReadOnlyList<Word> found = Assert.Single(BulletFinder.Resolve([page])).Words;
        Assert.All(found, word => Assert.Equal(2 * word.Text.Length, word.Edges.Length));
        return found.Select(word => word.Text);
    }

    private static Word Place(string text, double left, double baseline) => new()
    {
        Text = text,
        Box = new Box(left, baseline - 9, left + 5 * text.Length, baseline + 2),
        Edges = Enumerable.Range(0, 2 * text.Length).Select(i => (float)(left + 5 * ((i + 1) / 2))).ToArray(),
        Baseline = baseline,
        FontSize = 12,
        Bold = false,
        Italic = false,
        BlankAfter = true,
    };
}
