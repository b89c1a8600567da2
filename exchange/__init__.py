"""An online job-fair and employment exchange: the domain, without HTTP, HTML or a broker."""
