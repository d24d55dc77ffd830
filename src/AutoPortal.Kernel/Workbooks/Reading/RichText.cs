namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Joins the runs of a text that changes its look inside, and passes over the readings that stand above Asian words.</summary>
internal sealed class RichText(int maxChars)
{
    private readonly TextCollector _text = new(maxChars);
    private bool _isInRun;
    private bool _isInReading;
    private bool _keepsSpaces;
    private int _runAt;

    public void Take(XmlToken token, XmlScanner xml)
    {
        if (token == XmlToken.Text)
        {
            if (_isInRun)
            {
                _text.Append(xml.RawText, xml.IsVerbatim);
            }
        }
        else if (xml.Name.SequenceEqual("t"u8))
        {
            TakeRun(token == XmlToken.Start && !xml.IsEmptyElement, xml);
        }
        else if (xml.Name.SequenceEqual("rPh"u8))
        {
            _isInReading = token == XmlToken.Start && !xml.IsEmptyElement;
        }
    }

    /// <summary>The whole text; ready for the next one then.</summary>
    public string Finish()
    {
        _isInRun = _isInReading = false;
        return _text.Take();
    }

    private void TakeRun(bool begins, XmlScanner xml)
    {
        if (_isInRun && !_keepsSpaces)
        {
            _text.TrimFrom(_runAt);
        }

        _isInRun = begins && !_isInReading;
        _keepsSpaces = begins && xml.Attribute("space"u8).SequenceEqual("preserve"u8);
        _runAt = _text.Length;
    }
}
