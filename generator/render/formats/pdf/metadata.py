"""What a PDF says of itself in XMP (ISO 16684-1): by which standards it is made."""

from __future__ import annotations

import re

from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

UA = "http://www.aiim.org/pdfua/ns/id/"
SCHEMA = f"""  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas>
    <rdf:Bag>
     <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>{UA}</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property>
       <rdf:Seq>
        <rdf:li rdf:parseType="Resource">
         <pdfaProperty:name>part</pdfaProperty:name>
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
         <pdfaProperty:category>internal</pdfaProperty:category>
         <pdfaProperty:description>Part of ISO 14289 by which the file is made</pdfaProperty:description>
        </rdf:li>
       </rdf:Seq>
      </pdfaSchema:property>
     </rdf:li>
    </rdf:Bag>
   </pdfaExtension:schemas>
  </rdf:Description>
"""
"""PDF/A-2 wants every property described that it does not know itself (6.6.2.3 of ISO 19005-2); what
names PDF/UA is one of them, and LibreOffice 7.4 does not describe it.
"""
CLAIM = re.compile(
    rf'\s*<rdf:Description[^>]*"{re.escape(UA)}"[^>]*>.*?</rdf:Description>', re.DOTALL
)


def declare(writer: PdfWriter, accessible: bool) -> None:
    """Describe the declaration of PDF/UA, or take it away where the file is not ``accessible``."""
    stream = writer.root_object.get("/Metadata")
    found = stream.get_object() if stream is not None else None
    if not isinstance(found, StreamObject):
        return
    text = found.get_data().decode("utf-8")
    if not accessible:
        text = CLAIM.sub("", text)
    elif CLAIM.search(text) and "pdfaExtension" not in text:
        text = text.replace(" </rdf:RDF>", f"{SCHEMA} </rdf:RDF>")
    found.set_data(text.encode())
    found[NameObject("/Subtype")] = NameObject("/XML")
