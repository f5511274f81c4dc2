using Classifier.Documents;
using Xunit;

namespace Classifier.Tests.Documents;

public sealed class RightToLeftTests
{
    [Theory]
    [InlineData("םולש", "שלום")]
    [InlineData("10-ה", "ה-10")]
    [InlineData("2.5-ב", "ב-2.5")]
    [InlineData(":ידרו", "ורדי:")]
    [InlineData("٢٠٢٥", "٢٠٢٥")]
    [InlineData("٢٠٢٥و", "و٢٠٢٥")]
    [InlineData("word", "word")]
    public void Order_LettersDrawnAsShown_GivesReadingOrder(string drawn, string read) => Assert.Equal(read, Ordered(Drawn(drawn)));

    [Fact]
    public void Order_LettersDrawnInReadingOrder_KeepsIt()
    {
        List<PlacedLetter> letters = Drawn("םולש");
        letters.Reverse();
        Assert.Equal("שלום", Ordered(letters));
    }

    [Fact]
    public void Order_LettersDrawnInPieces_GoesByPlace()
    {
        List<PlacedLetter> letters = Drawn("ידרו'י");
        PlacedLetter mark = letters[4];
        letters.RemoveAt(4);
        letters.Insert(1, mark);
        Assert.Equal("י'ורדי", Ordered(letters));
    }

    private static string Ordered(List<PlacedLetter> letters)
    {
        RightToLeft.Order(letters);
        return string.Concat(letters.Select(letter => letter.Text));
    }

    private static List<PlacedLetter> Drawn(string shown) =>
        [.. shown.Select((letter, i) => new PlacedLetter(letter.ToString(), new Box(10 * i, 0, 10 * i + 9, 10), 8, 10, default, Course.Straight))];
}
