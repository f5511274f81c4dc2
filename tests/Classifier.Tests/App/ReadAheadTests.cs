using Classifier.App.Runs;
using Xunit;

namespace Classifier.Tests.App;

public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(1), InlineData(7), InlineData(1000)]
    public void Of_AnySequence_GivesTheSameItemsInOrder(int most) => Assert.Equal(Enumerable.Range(0, 500), ReadAhead.Of(Enumerable.Range(0, 500), most));

    [Fact]
    public void Of_SequenceThatBreaks_GivesWhatCameBeforeAndThenTheFault()
    {
        InvalidDataException fault = Assert.Throws<InvalidDataException>(() => ReadAhead.Of(Breaking(), 2).ToArray());

        Assert.Equal("the third is broken", fault.Message);
        Assert.Equal([1, 2], ReadAhead.Of(Breaking(), 2).Take(2));
    }

    [Fact]
    public void Of_ConsumerThatStops_LeavesTheSequenceClosed()
    {
        bool closed = false;
        IEnumerable<int> Endless()
        {
            try
            {
                for (int i = 0; ; i++) yield return i;
            }
            finally
            {
                closed = true;
            }
        }

        Assert.Equal([0, 1, 2], ReadAhead.Of(Endless(), 5).Take(3));
        Assert.True(closed);
    }

    private static IEnumerable<int> Breaking()
    {
        yield return 1;
        yield return 2;
        throw new InvalidDataException("the third is broken");
    }
}
