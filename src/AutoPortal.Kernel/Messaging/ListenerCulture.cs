using System.Globalization;

namespace AutoPortal.Kernel.Messaging;

/// <summary>Gives words the language of whoever hears them: the thread that brings a word from the database speaks none.</summary>
public static class ListenerCulture
{
    /// <summary>Makes <paramref name="listener"/> run, on whatever thread, in the culture in which this is called.</summary>
    public static Func<T, Task> Keep<T>(Func<T, Task> listener)
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        return async word =>
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
            await listener(word);
        };
    }
}
