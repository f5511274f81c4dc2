using Classifier.Layout;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Layout;

public sealed class StableOrderTests
{
    [Property]
    public void By_AnyItems_SortsAsOrderByDoesEqualsInTheirOrder(byte[] keys)
    {
        (int Key, int Place)[] items = [.. keys.Select((key, i) => (key % 5, i))];
        Assert.Equal(items.OrderBy(item => item.Key), StableOrder.By(items, item => item.Key));
        Assert.Equal(items.Zip(items.Skip(1)).All(pair => pair.First.Key <= pair.Second.Key), StableOrder.AreInOrder<(int Key, int Place)>(items, item => item.Key));
    }

    [Fact]
    public void By_KeyThatIsNoNumber_SortsAsOrderByDoes()
    {
        double[] items = [2, double.NaN, 1];
        Assert.Equal(items.Order(), StableOrder.By(items, item => item));
    }
}
